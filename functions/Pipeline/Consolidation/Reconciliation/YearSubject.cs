using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Rules;

namespace Pipeline.Consolidation.Reconciliation;

/// <summary>The returns in force of a year, side by side.</summary>
internal sealed class YearSubject
{
    private readonly Dictionary<string, ReturnValues> values;
    private readonly Lazy<IReadOnlyList<TransferPair>> transfers;

    /// <param name="catalogue">The year.</param>
    /// <param name="snapshot">The returns in force.</param>
    /// <param name="consolidated">Node 9, in raw units.</param>
    /// <param name="counts">Heads by item as the province's own system counts them.</param>
    public YearSubject(YearCatalogue catalogue, Snapshot snapshot, Node consolidated, IReadOnlyDictionary<string, long>? counts)
    {
        (Catalogue, Snapshot, Consolidated, Counts) = (catalogue, snapshot, consolidated, counts ?? new Dictionary<string, long>());
        values = snapshot.Units.ToDictionary(u => u.Unit, u => new ReturnValues(catalogue, u.Return, Circumstances.None));
        transfers = new(() => TransferPair.Of(this));
    }

    public YearCatalogue Catalogue { get; }

    public Snapshot Snapshot { get; }

    public Node Consolidated { get; }

    public IReadOnlyDictionary<string, long> Counts { get; }

    /// <summary>Every transfer between a prefecture and 省本级 as both sides booked it; none where one side has not reported.</summary>
    public IReadOnlyList<TransferPair> Transfers => transfers.Value;

    /// <summary>Codes of the prefectures that have reported, in order.</summary>
    public IEnumerable<string> Prefectures => Snapshot.Units.Select(u => u.Unit).Where(u => Catalogue.FindUnit(u)?.Kind == UnitKind.Prefecture);

    /// <summary>A unit's values; null when it has not reported.</summary>
    public ReturnValues? Values(string unit) => values.GetValueOrDefault(unit);

    /// <summary>A unit's name.</summary>
    public string Name(string unit) => Catalogue.FindUnit(unit)?.Name ?? unit;

    /// <summary>A finding in the return of a unit.</summary>
    public Finding Tell(string rule, string unit, Place place, params ReadOnlySpan<(string Name, string Value)> named) =>
        new FindingList(Catalogue, unit).Word(Catalogue.Rule(rule), place, named);
}
