using Pipeline.Catalogue;
using Pipeline.Returns;

namespace Pipeline.Rules.Causes;

/// <summary>The cells that fit one kind of mistake, as one clause. More than a few that fit are no hint.</summary>
internal static class SuspectCells
{
    private const int Most = 3;

    public static Cause? Tell(CauseKind kind, string what, Discrepancy discrepancy, CauseContext context, Func<Suspect, bool> fits)
    {
        var found = discrepancy.Suspects().Where(s => fits(s) && !context.Contradicts(s.Item, discrepancy.Column, s.Should)).ToList();
        return found.Count is 0 or > Most
            ? null
            : new Cause(kind, $"可能{what}：{string.Join("；或", found.Select(s => Clause(s, discrepancy, context)))}");
    }

    private static string Clause(Suspect suspect, Discrepancy discrepancy, CauseContext context) =>
        $"{context.Name(suspect.Item, discrepancy.Column)}填报 {Print(suspect.Typed, discrepancy.Measure)}，应约为 {Print(suspect.Should, discrepancy.Measure)}";

    public static string Print(decimal value, Measure measure) => AmountReader.Print(value, measure);
}
