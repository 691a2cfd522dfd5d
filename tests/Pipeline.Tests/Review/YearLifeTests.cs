using Pipeline.Catalogue;
using Pipeline.Review;
using Pipeline.Rules;
using static Pipeline.Tests.Review.Lives;

namespace Pipeline.Tests.Review;

public sealed class YearLifeTests
{
    private static readonly string[] Units = ["430100", "430200"];

    private static readonly AdjustmentEntry Entry = new("430100", "EI.INC.PREM", "CUR", 12_34, "湘财社〔2024〕5号");

    private static readonly Terms NoTerms = new(2023, []);

    private readonly LockYear lockYear = new(Director, [new("430100", "长沙市", UnitKind.Prefecture), new("430200", "株洲市", UnitKind.Prefecture)], "2023.1", "T1", "snapshot", "snapshot", []);

    private YearReview review = YearReview.New;
    private Dictionary<string, ReturnState> returns = Units.ToDictionary(u => u, u => In(ReturnStatus.Approved) with { Unit = u });

    [Fact]
    public void A_lock_freezes_every_return_and_keeps_which_submissions_they_were()
    {
        var locked = Do(lockYear);

        Assert.All(locked.Returns, r => Assert.Equal(ReturnStatus.Locked, r.Status));
        Assert.Equal(Units, locked.Returns.Select(r => r.Unit));
        Assert.Equal(Units.ToDictionary(u => u, u => returns[u].Submission), locked.Record!.Vector.ToDictionary(v => v.Key, v => (string?)v.Value));
        Assert.Equal([null, .. Units], locked.Events.Select(e => e.Unit));
        Assert.True(locked.Review is { IsLocked: true, Locks: 1 });
    }

    [Theory]
    [InlineData(ReturnStatus.Accepted)]
    [InlineData(ReturnStatus.UnderReview)]
    [InlineData(ReturnStatus.Returned)]
    [InlineData(ReturnStatus.None)]
    public void One_return_that_is_not_approved_keeps_the_year_open(ReturnStatus status)
    {
        returns["430200"] = In(status) with { Unit = "430200" };

        Assert.Contains("尚有1个单位未审核通过：株洲市", No(lockYear), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_is_not_there_at_all_keeps_the_year_open()
    {
        returns.Remove("430200");

        Assert.Contains("株洲市", No(lockYear), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_between_returns_and_a_consolidation_that_lags_keep_the_year_open()
    {
        Assert.Contains("往来", No(lockYear with { Errors = ["R-T-01 差额1元"] }), StringComparison.Ordinal);
        Assert.Contains("汇总", No(lockYear with { Snapshot = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_director_locks() => Assert.Contains("省级负责人", No(lockYear with { By = Reviewer }), StringComparison.Ordinal);

    [Fact]
    public void Unlocking_takes_two_and_makes_the_report_invalid()
    {
        Do(lockYear);
        Do(new RequestUnlock(Director, "长沙市缴费收入更正", ["430100"], "S01"));

        Assert.Contains("申请人不能确认", No(new ConfirmUnlock(Director, "snapshot")), StringComparison.Ordinal);
        var opened = Do(new ConfirmUnlock(OtherDirector, "snapshot"));

        Assert.Equal(("snapshot", false), (opened.Review.InvalidReport, opened.Review.IsLocked));
        Assert.Equal(("430100", ReturnStatus.Approved), (Assert.Single(opened.Returns).Unit, opened.Returns[0].Status));
        Assert.Equal(ReturnStatus.Locked, returns["430200"].Status);
    }

    [Fact]
    public void What_stayed_locked_counts_when_the_year_is_locked_again_and_the_records_make_a_chain()
    {
        var first = Do(lockYear).Record!;
        Do(new RequestUnlock(Director, "更正", ["430100"], ""));
        Do(new ConfirmUnlock(OtherDirector, null));
        var second = Do(lockYear).Record!;

        Assert.Equal((2, first.Hash), (second.Number, second.Previous));
        Assert.Null(LockChain.Verify([first, second], review.LastHash));
        Assert.All(returns.Values, r => Assert.Equal(ReturnStatus.Locked, r.Status));
    }

    [Fact]
    public void A_new_lock_makes_a_report_valid_again_only_when_it_shows_what_is_locked()
    {
        Do(lockYear);
        Do(new RequestUnlock(Director, "更正", [], ""));
        Do(new ConfirmUnlock(OtherDirector, "snapshot"));
        var (opened, approved) = (review, returns);

        Assert.Equal("snapshot", Do(lockYear with { Snapshot = "mended", Report = null }).Review.InvalidReport);
        (review, returns) = (opened, approved);
        Assert.Null(Do(lockYear).Review.InvalidReport);
    }

    [Fact]
    public void A_request_that_was_declined_cannot_be_confirmed()
    {
        Do(lockYear);
        Do(new RequestUnlock(Director, "更正", [], ""));
        Do(new DeclineUnlock(OtherDirector, "依据不足"));

        Assert.Contains("没有待确认", No(new ConfirmUnlock(OtherDirector, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_open_has_nothing_to_unlock() => Assert.Contains("没有封账", No(new RequestUnlock(Director, "更正", [], "")), StringComparison.Ordinal);

    [Fact]
    public void An_adjustment_waits_for_the_lock_and_for_a_second_person()
    {
        Assert.Contains("尚未封账", No(new ProposeAdjustment(Reviewer, Entry, NoTerms)), StringComparison.Ordinal);
        Do(lockYear);
        var terms = new Terms(2023, [Do(new ProposeAdjustment(Reviewer, Entry, NoTerms)).Clause!]);

        Assert.Empty(terms.Adjustments);
        Assert.Contains("登记人不能批准", No(new ApproveAdjustment(Reviewer, "A-2023-001", terms)), StringComparison.Ordinal);
        terms = new Terms(2023, [.. terms.Clauses, Do(new ApproveAdjustment(Director, "A-2023-001", terms)).Clause!]);

        Assert.Equal(new Adjustment("A-2023-001", 2023, "430100", "EI.INC.PREM", "CUR", 12_34, "湘财社〔2024〕5号", "李四", "王五"), Assert.Single(terms.Adjustments));
        Assert.Contains("已经批准", No(new ApproveAdjustment(Director, "A-2023-001", terms)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unlock_makes_the_adjustments_of_the_opened_returns_void()
    {
        Do(lockYear);
        var clauses = new List<Clause> { Do(new ProposeAdjustment(Reviewer, Entry, NoTerms)).Clause! };
        clauses.Add(Do(new ApproveAdjustment(Director, "A-2023-001", new(2023, [.. clauses]))).Clause!);
        Do(new RequestUnlock(Director, "更正", ["430100"], ""));
        clauses.Add(Do(new ConfirmUnlock(OtherDirector, null)).Clause!);

        Assert.Empty(new Terms(2023, clauses).Adjustments);
    }

    [Fact]
    public void The_last_word_on_a_rule_stands()
    {
        var (from, by) = (new DateOnly(2024, 1, 1), Reviewer);
        Clause[] clauses =
        [
            Do(new SuspendRule(by, new("R-A-01", "口径调整", from, null, ""))).Clause!,
            Do(new SuspendRule(by, new("R-A-02", "口径调整", from, null, ""))).Clause!,
            Do(new SuspendRule(by, new("R-A-01", "口径已明确", from, from.AddDays(-1), ""))).Clause!,
            Do(new ExplainRule(by, new("R-Y-01", null, "自十二月一日起实行省级统筹", ""))).Clause!,
            Do(new ExplainRule(by, new("R-Y-01", null, "", ""))).Clause!,
        ];

        var terms = new Terms(2023, clauses);

        Assert.Equal(("R-A-02", "李四"), (Assert.Single(terms.Suspensions).Rule, terms.Suspensions[0].By));
        Assert.Empty(terms.Explanations);
    }

    [Fact]
    public void Of_a_budget_the_last_amount_of_every_item_counts()
    {
        Clause First(string unit, params (string, long)[] amounts) => Do(new ApproveBudget(Reviewer, unit, amounts.ToDictionary(a => a.Item1, a => a.Item2), "湘财预〔2023〕1号")).Clause!;

        var terms = new Terms(2023, [First("430100", ("X", 1), ("Y", 2)), First("430100", ("Y", 3)), First("430200", ("X", 9))]);

        Assert.Equal(new Dictionary<string, long> { ["X"] = 1, ["Y"] = 3 }, terms.ApprovedBudget("430100"));
        Assert.Null(terms.ApprovedBudget("430300"));
    }

    private YearDecision.Transition Do(YearCommand command)
    {
        var done = Assert.IsType<YearDecision.Transition>(YearLife.Decide(2023, review, returns, command, After));
        review = done.Review;
        returns = returns.Values.Select(r => done.Returns.FirstOrDefault(d => d.Unit == r.Unit) ?? r).ToDictionary(r => r.Unit);
        return done;
    }

    private string No(YearCommand command) => Assert.IsType<YearDecision.Rejection>(YearLife.Decide(2023, review, returns, command, After)).Reason;
}
