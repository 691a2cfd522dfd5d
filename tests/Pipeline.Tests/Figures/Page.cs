using Pipeline.Catalogue;
using Pipeline.Figures;

namespace Pipeline.Tests.Figures;

/// <summary>Puts slots and identities together the way a report does, from amounts in 分.</summary>
internal sealed class Page(DisplayScale scale)
{
    public List<TailSlot> Slots { get; } = [];

    public List<TailIdentity> Identities { get; } = [];

    public Page Put(string id, long raw, FigureRole role = FigureRole.Item)
    {
        Slots.Add(new TailSlot(id, scale.Exact(raw), role));
        return this;
    }

    /// <summary>"total = a + b - c", names separated by single spaces.</summary>
    public Page Sum(string identity)
    {
        var words = identity.Split(' ');
        var terms = new List<(string, int)> { (words[2], 1) };
        for (var i = 3; i < words.Length; i += 2) terms.Add((words[i + 1], words[i] == "-" ? -1 : 1));
        Identities.Add(new TailIdentity(words[0], terms));
        return this;
    }

    public TailResult Balance() => TailBalancer.Balance(Slots, Identities);

    /// <summary>An identity evaluated on anything: 0 when it holds.</summary>
    public static long Gap(TailIdentity identity, Func<string, long> value) =>
        identity.Terms.Sum(t => t.Sign * value(t.Slot)) - value(identity.Total);
}
