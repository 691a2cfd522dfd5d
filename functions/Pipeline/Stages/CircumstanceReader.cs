using Pipeline.Ledger;
using Pipeline.Review;
using Pipeline.Rules;

namespace Pipeline.Stages;

/// <summary>Gathers from the ledger what a return is judged beside. The calls do not grow with the number of units.</summary>
internal sealed class CircumstanceReader(ILedger ledger, Catalogues catalogues)
{
    /// <summary>What is known beside an upload at this moment, and the revision of its unit's return.</summary>
    public async Task<(Circumstances Known, int Revision)> ReadAsync(Submission submission, DateTimeOffset receivedAt, CancellationToken ct)
    {
        var lastYear = WithLastYearAsync(submission, ct);
        var terms = ledger.ReadTermsAsync(submission.Year, submission.Unit, ct);
        var files = ledger.FindAcceptedAsync(submission.Hash, ct);
        var (state, newest) = await ledger.ReadUnitAsync(submission.Year, submission.Unit, ct);
        // The file in force, sent once more, is not a new version of itself; but what was sent back cannot come as it was.
        var isOutdated = !submission.Stamp.IsNewerThan(state.Taken) || (submission.Hash == state.Submission && state.Status != ReturnStatus.Returned);
        var head = isOutdated ? null : newest;
        var inForce = head is null ? null : new ReturnInForce(head.Submission.Hash, state.Version, await ledger.ReadReturnAsync(head, ct));
        var known = await lastYear with
        {
            ReceivedAt = receivedAt,
            InForce = inForce,
            LastVersion = state.Version,
            IsOutdated = isOutdated,
            Ticket = state.Ticket,
            UnderReview = state.IsHeld && !isOutdated,
            // The same bytes for the same unit and year are the same submission, and have their receipt.
            SameFile = (await files).FirstOrDefault(f => f.Year != submission.Year || f.Unit != submission.Unit),
            ApprovedBudget = (await terms).ApprovedBudget(submission.Unit),
            Suspensions = (await terms).Suspensions,
            Explanations = (await terms).Explanations,
        };
        return (known, state.Revision);
    }

    /// <summary>Only a locked year binds the next one.</summary>
    private async Task<Circumstances> WithLastYearAsync(Submission submission, CancellationToken ct)
    {
        var before = submission.Year - 1;
        if (catalogues.Find(before) is null) return Circumstances.None;
        if (!(await ledger.ReadYearStateAsync(before, ct)).Review.IsLocked) return Circumstances.None;
        if ((await ledger.ReadUnitAsync(before, submission.Unit, ct)).InForce is not { } head) return Circumstances.None;
        var terms = await ledger.ReadTermsAsync(before, submission.Unit, ct);
        return Circumstances.None with
        {
            LastYear = await ledger.ReadReturnAsync(head, ct),
            Adjustments = [.. terms.Adjustments.Where(a => a.Unit == submission.Unit)],
        };
    }
}
