using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Rules.Causes;
using Pipeline.Workbooks;

namespace Pipeline.Rules;

/// <summary>Reads and judges an upload: all that needs no storage.</summary>
public static class ReturnCheck
{
    /// <summary>The return with everything found in it: errors first, then open questions, then answered ones; each in the order of the sheets.</summary>
    public static ReturnReading Check(Stream content, YearCatalogue catalogue, string unit, string fileName, Circumstances circumstances)
    {
        var reading = ReturnReader.Read(content, catalogue, unit, fileName);
        if (reading.Return is not { } read) return reading;
        var sheets = catalogue.Forms.Select((form, index) => (form.Sheet, index)).ToDictionary(f => f.Sheet, f => f.index);
        var explanations = new Explanations(catalogue, read, circumstances);
        var suspended = SuspendedRules(catalogue, circumstances).Select(s => s.Rule).ToHashSet();
        // The sort is stable: within a row findings keep the order in which they were found.
        var findings = reading.Findings.Concat(new RuleLibrary(catalogue).Check(read, circumstances, reading.Findings))
            .Where(f => !suspended.Contains(f.Rule))
            .Select(explanations.Answer)
            .OrderBy(f => f.Severity).ThenBy(f => f.Explanation is null ? 0 : 1).ThenBy(f => sheets.GetValueOrDefault(f.Sheet, -1)).ThenBy(f => Row(f.Cell)).ToList();
        return reading with { Findings = FindingGroups.Group(findings), Offered = explanations.Offer(findings) };
    }

    private static int Row(string cell) => cell.Length == 0 ? 0 : CellAddress.Parse(cell).Row;

    /// <summary>The suspensions that hold on the day of receipt and may hold at all.</summary>
    public static IReadOnlyList<Suspension> SuspendedRules(YearCatalogue catalogue, Circumstances circumstances) => circumstances.ReceivedAt is not { } at
        ? []
        : [.. circumstances.Suspensions.Where(s =>
            catalogue.FindRule(s.Rule) is { Suspendable: true } && s.HoldsOn(DateOnly.FromDateTime(at.ToOffset(catalogue.Deadline.Offset).DateTime)))];
}
