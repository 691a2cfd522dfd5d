using Pipeline.Returns;

namespace Pipeline.Rules.Judgements;

/// <summary>A return that was sent back changes what the ticket names, and what follows from it.</summary>
internal sealed class ChangesBeyondTicket : IJudgement
{
    private const int Shown = 10;

    public string Rule => "R-D-07";

    public void Judge(RuleSubject subject, FindingList findings)
    {
        if (subject.Circumstances is not { InForce: { } before, Ticket: { } ticket, IsOutdated: false }) return;
        // A ticket may name a sheet as a whole.
        var named = ticket.Cells.Select(c => (c.Sheet, c.Cell)).ToHashSet();
        var others = ChangedCells.Between(subject.Catalogue, before.Return, subject.Return)
            .Where(c => !named.Contains((c.Sheet, c.Cell)) && !named.Contains((c.Sheet, ""))).ToList();
        if (others.Count == 0) return;
        findings.Add(findings.Word(
            subject.Catalogue.Rule(Rule), others[0],
            ("清单", List([.. ticket.Cells.Select(c => $"{c.Sheet} {c.Cell}".Trim())])), ("其他", List([.. others.Select(p => p.ToString())]))) with
        {
            Cells = [.. others.Skip(1).Select(p => $"{p.Sheet}!{p.Cell}")],
        });
    }

    private static string List(IReadOnlyList<string> cells) =>
        string.Join("、", cells.Take(Shown)) + (cells.Count > Shown ? $"等{cells.Count}处" : "");
}
