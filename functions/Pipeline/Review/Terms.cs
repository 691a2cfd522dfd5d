using Pipeline.Returns.Receipts;
using Pipeline.Rules;

namespace Pipeline.Review;

/// <summary>What was laid down for a year: read from all of its clauses, in the order they were written.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Clauses">In order.</param>
public sealed record Terms(int Year, IReadOnlyList<Clause> Clauses)
{
    /// <summary>Of every rule the last suspension that was written, whether it holds today or not.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; } =
    [
        .. Clauses.OfType<Clause.Suspended>().Select(c => c.Suspension).GroupBy(s => s.Rule).Select(g => g.Last())
            .Where(s => s.To is null || s.To >= s.From),
    ];

    /// <summary>Of every rule and item the last explanation.</summary>
    public IReadOnlyList<ProvincialExplanation> Explanations { get; } =
    [
        .. Clauses.OfType<Clause.Explained>().Select(c => c.Explanation).GroupBy(e => (e.Rule, e.Item)).Select(g => g.Last())
            .Where(e => e.Text.Length > 0),
    ];

    /// <summary>Adjustments two people stand for.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; } =
    [
        .. from proposal in Standing(Clauses)
           let approval = Clauses.OfType<Clause.AdjustmentApproval>().FirstOrDefault(a => a.Number == proposal.Number)
           where approval is not null
           let entry = proposal.Entry
           select new Adjustment(
               proposal.Number, Year, entry.Unit, entry.Item, entry.Column, entry.Amount, entry.Basis, proposal.Author.Name,
               approval.Approver.Name),
    ];

    /// <summary>Adjustments nobody has approved yet.</summary>
    public IEnumerable<Clause.AdjustmentProposal> Proposals =>
        Standing(Clauses).Where(p => !Clauses.OfType<Clause.AdjustmentApproval>().Any(a => a.Number == p.Number));

    /// <summary>批复数 of a unit in 分 by item code, the last word on every item; null when none was loaded.</summary>
    public IReadOnlyDictionary<string, long>? ApprovedBudget(string unit)
    {
        var amounts = Clauses.OfType<Clause.Budget>().Where(b => b.Unit == unit).SelectMany(b => b.Amounts)
            .GroupBy(a => a.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        return amounts.Count > 0 ? amounts : null;
    }

    /// <summary>Proposals that no later unlock has made void: the return itself may have been mended since, and would be so twice.</summary>
    private static IEnumerable<Clause.AdjustmentProposal> Standing(IReadOnlyList<Clause> clauses) => clauses
        .Select((clause, at) => (Proposal: clause as Clause.AdjustmentProposal, At: at))
        .Where(p => p.Proposal is not null && !clauses.Skip(p.At).OfType<Clause.Reopened>().Any(r => r.Units.Contains(p.Proposal.Entry.Unit)))
        .Select(p => p.Proposal!);
}
