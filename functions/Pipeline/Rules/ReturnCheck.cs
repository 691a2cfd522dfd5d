using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Rules.Causes;
using Pipeline.Workbooks;

namespace Pipeline.Rules;

/// <summary>Reads and judges an upload: all that needs no storage.</summary>
public static class ReturnCheck
{
    private const int MostCells = 6;

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
            .Select(explanations.Answer).Select(Mending)
            .OrderBy(f => f.Severity).ThenBy(f => f.Explanation is null ? 0 : 1).ThenBy(f => sheets.GetValueOrDefault(f.Sheet, -1)).ThenBy(f => Row(f.Cell)).ToList();
        return reading with { Findings = FindingGroups.Group(findings), Offered = explanations.Offer(findings) };
    }

    /// <summary>An error says how it is mended, where its rule does not say so already.</summary>
    private static Finding Mending(Finding finding) => finding.Severity != Severity.Error || finding.Remedy.Length > 0 ? finding : finding with
    {
        Remedy = finding switch
        {
            { Cell.Length: 0 } => "按“问题”所说处理后重新上传。",
            { Cells.Count: > 0 } => $"核对 {finding.Cell} 和 {string.Join("、", finding.Cells.Take(MostCells).Select(c => c.Replace($"{finding.Sheet}!", "", StringComparison.Ordinal)))}{(finding.Cells.Count > MostCells ? " 等" : "")}，更正有误的一处后重新上传。",
            _ => $"更正 {finding.Cell} 后重新上传。",
        },
    };

    private static int Row(string cell) => cell.Length == 0 ? 0 : CellAddress.Parse(cell).Row;

    /// <summary>The suspensions that hold on the day of receipt and may hold at all.</summary>
    public static IReadOnlyList<Suspension> SuspendedRules(YearCatalogue catalogue, Circumstances circumstances) => circumstances.ReceivedAt is not { } at
        ? []
        : [.. circumstances.Suspensions.Where(s =>
            catalogue.FindRule(s.Rule) is { Suspendable: true } && s.HoldsOn(DateOnly.FromDateTime(at.ToOffset(catalogue.Deadline.Offset).DateTime)))];
}
