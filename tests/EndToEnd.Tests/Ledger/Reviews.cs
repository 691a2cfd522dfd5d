using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Review;
using Pipeline.Rules;

namespace EndToEnd.Tests.Ledger;

/// <summary>People and what they do, straight on the ledger.</summary>
internal static class Reviews
{
    public static readonly Person Clerk = new("c1", "张三", PersonRole.Preparer, Samples.Changsha);

    public static readonly Person Reviewer = new("r1", "李四", PersonRole.Reviewer);

    public static readonly Person Director = new("d1", "王五", PersonRole.Director);

    public static readonly Person OtherDirector = new("d2", "赵六", PersonRole.Director);

    /// <summary>Does what a command says, as often as it takes.</summary>
    /// <returns>False when it may not be done (any more).</returns>
    public static async Task<bool> HandleAsync(this ILedger ledger, int year, string unit, Func<string, ReturnCommand> command)
    {
        while (true)
        {
            var read = await ledger.ReadYearAsync(year, default);
            var state = read.Return(unit);
            if (ReturnLife.Decide(state, command(state.Submission ?? ""), Samples.Noon) is not Decision.Transition done)
                return false;
            if (await ledger.TryChangeAsync(new(read) { Returns = [done.State], Events = done.Events }, default))
                return true;
        }
    }

    /// <summary>Does what a command about the year says, as often as it takes.</summary>
    /// <returns>What it came to, or null when it may not be done (any more).</returns>
    public static async Task<YearDecision.Transition?> HandleAsync(this ILedger ledger, int year, Func<YearHeads, YearCommand> command)
    {
        while (true)
        {
            var read = await ledger.ReadYearAsync(year, default);
            if (YearLife.Decide(year, read.State.Review, read.Returns, command(read), Samples.Noon) is not YearDecision.Transition done)
                return null;
            var change = new YearChange(read)
            {
                State = read.State with { Review = done.Review },
                Returns = done.Returns,
                Events = done.Events,
                Record = done.Record,
                Clause = done.Clause,
            };
            if (await ledger.TryChangeAsync(change, default))
                return done;
        }
    }

    public static Task<bool> BeginAsync(this ILedger ledger, int year, string unit = Samples.Changsha) =>
        ledger.HandleAsync(year, unit, submission => new BeginReview(Reviewer, submission));

    public static Task<bool> ApproveAsync(this ILedger ledger, int year, string unit = Samples.Changsha) =>
        ledger.HandleAsync(year, unit, submission => new Approve(Reviewer, submission, []));

    public static Task<bool> ReturnAsync(this ILedger ledger, int year, string unit = Samples.Changsha) => ledger.HandleAsync(
        year, unit, submission => new ReturnForCorrection(Reviewer, submission, [new TicketCell("S01企保收支表", "H9", "少报“滞纳金”")], "请核对\n台账", new(2024, 4, 1)));

    public static Task<bool> WithdrawAsync(this ILedger ledger, int year) =>
        ledger.HandleAsync(year, Samples.Changsha, _ => new Withdraw(Clerk, "数据有误"));

    public static Task<YearDecision.Transition?> LockAsync(this ILedger ledger, int year, params string[] units) =>
        ledger.HandleAsync(year, _ => new LockYear(Director, [.. units.Select(u => new Unit(u, u, UnitKind.Prefecture))], "2023.1", "T1", "snapshot", null, []));
}
