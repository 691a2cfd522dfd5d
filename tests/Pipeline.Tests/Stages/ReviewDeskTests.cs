using Pipeline.Catalogue;
using Pipeline.Ledger;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Review;
using Pipeline.Rules;
using Pipeline.Stages;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Stages;

public sealed class ReviewDeskTests
{
    private const string Changsha = "430100";
    private static readonly Person Clerk = new("c1", "某填报人", PersonRole.Preparer, Changsha);
    private static readonly Person Reviewer = new("r1", "某审核人", PersonRole.Reviewer);
    private static readonly Person Director = new("d1", "某负责人", PersonRole.Director);
    private static readonly Person OtherDirector = new("d2", "另一负责人", PersonRole.Director);

    private readonly PipelineFixture pipeline = new();
    private readonly ReviewDesk desk;
    private readonly YearDesk years;

    public ReviewDeskTests()
    {
        var catalogues = new Catalogues(CatalogueFolder.Default);
        desk = new ReviewDesk(pipeline.Ledger, catalogues, pipeline.Clock);
        years = new YearDesk(pipeline.Ledger, catalogues, pipeline.Clock);
    }

    [Fact]
    public async Task A_return_is_reviewed_returned_and_shown_with_its_ticket()
    {
        var submission = await IngestAsync();
        Assert.Null((await desk.BeginReviewAsync(2023, Changsha, Reviewer, submission, default)).Rejection);
        var returned = await desk.ReturnAsync(
            2023, Changsha, Reviewer, submission, [new TicketCell("S01企保收支表", "H9", "")], "与台账不符", new(2024, 3, 10), default);

        Assert.Null(returned.Rejection);
        var unit = await UnitAsync();
        Assert.Equal(("已退回", "T-2023-430100-001", submission), (unit.State, unit.Ticket, unit.InForce));
        Assert.Equal(["接收", "开始复核", "退回"], (await desk.HistoryAsync(2023, Changsha, default)).Select(e => e.What.Name()));
    }

    [Fact]
    public async Task What_was_sent_back_is_refused_when_it_comes_as_it_was()
    {
        var submission = await IngestAsync();
        await desk.BeginReviewAsync(2023, Changsha, Reviewer, submission, default);
        await desk.ReturnAsync(2023, Changsha, Reviewer, submission, [new TicketCell("S01企保收支表", "H9", "")], "与台账不符", new(2024, 3, 10), default);
        pipeline.Clock.Advance(TimeSpan.FromHours(1));
        pipeline.Ledger.Upload(PipelineFixture.Path2023(Changsha), PipelineFixture.Workbook(Changsha));

        var again = await pipeline.Ingestion.IngestAsync(PipelineFixture.Path2023(Changsha), default);

        Assert.Equal((submission, Verdict.Refused), (again!.Submission, again.Verdict));
        Assert.Equal("已退回", (await UnitAsync()).State);
    }

    [Fact]
    public async Task What_may_not_be_done_is_said_and_leaves_no_trace()
    {
        var submission = await IngestAsync();

        var answer = await desk.ApproveAsync(2023, Changsha, Reviewer, submission, default);

        Assert.Contains("只有复核中", answer.Rejection, StringComparison.Ordinal);
        Assert.Equal(ReturnStatus.Accepted, answer.State.Status);
        Assert.Single(await desk.HistoryAsync(2023, Changsha, default));
        Assert.Contains("没有填报单位", (await desk.BeginReviewAsync(2023, "430000", Reviewer, submission, default)).Rejection, StringComparison.Ordinal);
        Assert.Contains("没有填报单位", (await desk.BeginReviewAsync(1999, Changsha, Reviewer, submission, default)).Rejection, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_race_is_decided_anew()
    {
        var submission = await IngestAsync();
        pipeline.Ledger.RacesToLose = 3;

        Assert.Null((await desk.BeginReviewAsync(2023, Changsha, Reviewer, submission, default)).Rejection);

        Assert.Equal(2, (await desk.HistoryAsync(2023, Changsha, default)).Count);
    }

    [Fact]
    public async Task A_withdrawn_return_is_missing_from_the_next_consolidation()
    {
        await IngestAsync();
        await pipeline.RunRequestsAsync();

        Assert.Null((await desk.WithdrawAsync(2023, Changsha, Clerk, "数据有误", default)).Rejection);
        await pipeline.RunRequestsAsync();

        Assert.Contains(Changsha, (await pipeline.Ledger.ReadYearAsync(2023, default)).State.Missing);
        Assert.Equal(("已撤回", null), ((await UnitAsync()).State, (await UnitAsync()).InForce));
    }

    [Fact]
    public async Task A_provincial_explanation_lets_a_question_pass()
    {
        var submission = new Submission(2023, Changsha, new string('a', 64), 10, "2023/430100/a.xlsx", "1");
        var check = new MachineCheck(submission.Stamp, false, 1, "张三", [new OpenQuestion("R-Y-05", "")], pipeline.Clock.GetUtcNow(), pipeline.Clock.GetUtcNow());
        await pipeline.Ledger.PublishAsync(submission, 1, check, pipeline.Clock.GetUtcNow(), default);
        await desk.BeginReviewAsync(2023, Changsha, Reviewer, submission.Hash, default);
        Assert.Contains("R-Y-05", (await desk.ApproveAsync(2023, Changsha, Reviewer, submission.Hash, default)).Rejection, StringComparison.Ordinal);

        Assert.Null((await years.ExplainAsync(2023, Reviewer, "R-Y-05", null, "本年度首次使用本系统，没有上年封账数据", default)).Rejection);

        Assert.Null((await desk.ApproveAsync(2023, Changsha, Reviewer, submission.Hash, default)).Rejection);
    }

    [Fact]
    public async Task A_year_is_locked_when_all_are_approved_and_two_unlock_it()
    {
        await pipeline.IngestAsync(PipelineFixture.Units);
        pipeline.Clock.SetUtcNow(new(2024, 3, 31, 19, 0, 0, TimeSpan.FromHours(8)));
        await pipeline.Closing.CloseAsync(default);
        await pipeline.RunRequestsAsync();
        Assert.Contains("尚有15个单位", (await years.LockAsync(2023, Director, default)).Rejection, StringComparison.Ordinal);
        foreach (var unit in PipelineFixture.Units) await ApproveAsync(unit);

        var locked = await years.LockAsync(2023, Director, default);

        Assert.Null(locked.Rejection);
        Assert.Equal((15, locked.Record!.Snapshot), (locked.Record.Vector.Count, locked.Record.Report));
        Assert.Null((await years.VerifyAsync(2023, default)).Wrong);
        Assert.True((await pipeline.Status.ReadAsync(2023, default))!.Locked);
        Assert.Equal("已封账", (await UnitAsync()).State);

        await years.RequestUnlockAsync(2023, Director, "决算批复有调整", [Changsha], "", default);
        Assert.NotNull((await years.ConfirmUnlockAsync(2023, Director, default)).Rejection);
        Assert.Null((await years.ConfirmUnlockAsync(2023, OtherDirector, default)).Rejection);
        var year = (await pipeline.Status.ReadAsync(2023, default))!;
        Assert.True(year is { Locked: false, Invalid: true });
        Assert.Equal(["已审核", "已封账"], year.Units.Where(u => u.Unit is Changsha or "430200").Select(u => u.State));
        Assert.Contains("已失效", Uri.UnescapeDataString((await pipeline.Links.FindAsync(2023, null, default)).Link!.Query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_units_items_and_columns_must_be_of_the_catalogue()
    {
        var entry = new AdjustmentEntry(Changsha, "EI.INC.PREM", "CUR", 1, "湘财社〔2024〕5号");
        string?[] said =
        [
            (await years.SuspendAsync(2023, Reviewer, new Suspension("R-X-99", "口径调整", new(2024, 1, 1), null, ""), default)).Rejection,
            (await years.ExplainAsync(2023, Reviewer, "R-Y-05", "EI.NOTHING", "本年度首次使用本系统", default)).Rejection,
            (await years.ApproveBudgetAsync(2023, Reviewer, "430000", new Dictionary<string, long> { ["EI.INC.PREM"] = 1 }, "文号", default)).Rejection,
            (await years.ProposeAdjustmentAsync(2023, Reviewer, entry with { Column = "ZZ" }, default)).Rejection,
        ];

        Assert.Equal(["2023年度没有审核公式R-X-99。", "2023年度没有项目EI.NOTHING。", "2023年度没有填报单位430000。", "项目EI.INC.PREM没有ZZ栏。"], said);
        Assert.Empty((await years.ReadTermsAsync(2023, default)).Clauses);
    }

    [Fact]
    public async Task A_rule_that_every_return_must_pass_cannot_be_suspended()
    {
        var answer = await years.SuspendAsync(2023, Reviewer, new Suspension("R-F-06", "口径调整", new(2024, 1, 1), null, ""), default);

        Assert.Contains("不能停用", answer.Rejection, StringComparison.Ordinal);
        Assert.Empty((await years.ReadTermsAsync(2023, default)).Clauses);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 7_00)]
    public async Task A_blank_return_takes_over_last_years_figures_only_once_they_are_locked(bool locked, long expected)
    {
        var before = new Submission(2022, Changsha, new string('a', 64), 10, "2022/430100/a.xlsx", "1");
        var row = new ItemRow("S01", "EI.INC.PREM", "S01", 9, new Dictionary<string, long> { ["CUR"] = 7_00 });
        await pipeline.Ledger.StoreAsync(before, new Return(2022, Changsha, [row], []), default);
        await pipeline.Ledger.PublishAsync(before, 1, new(before.Stamp, false, 1, "张三", [], pipeline.Clock.GetUtcNow(), pipeline.Clock.GetUtcNow()), pipeline.Clock.GetUtcNow(), default);
        await pipeline.Ledger.TryChangeYearAsync(2022, YearState.New with { Review = new() { IsLocked = locked } }, default);

        var blank = (await pipeline.Templates.MakeAsync(2023, Changsha, default))!.Content;

        var read = ReturnReader.Read(new MemoryStream(blank), Catalogue2023.Value, Changsha, "a.xlsx").Return!;
        Assert.Equal(expected, read.Items.Single(i => i.Item == "EI.INC.PREM").Values.GetValueOrDefault("PY"));
    }

    [Fact]
    public async Task Closing_marks_the_missing_once_and_a_late_return_says_so()
    {
        await IngestAsync();
        pipeline.Clock.SetUtcNow(new(2024, 3, 31, 19, 0, 0, TimeSpan.FromHours(8)));
        await pipeline.Closing.CloseAsync(default);
        await pipeline.Closing.CloseAsync(default);
        Assert.Equal("缺报", (await desk.HistoryAsync(2023, "430200", default)).Single().What.Name());

        await pipeline.IngestAsync("430200");

        var unit = (await pipeline.Status.ReadAsync(2023, default))!.Units.Single(u => u.Unit == "430200");
        Assert.True(unit.Late);
        Assert.False((await UnitAsync()).Late);
    }

    [Fact]
    public async Task A_consolidation_whose_request_was_lost_is_asked_for_again()
    {
        await IngestAsync();
        pipeline.Ledger.ConsolidationRequests.Clear();

        await pipeline.Closing.CloseAsync(default);

        Assert.Equal([2023], pipeline.Ledger.ConsolidationRequests);
    }

    private async Task<string> IngestAsync()
    {
        await pipeline.IngestAsync(Changsha);
        return (await desk.ReadAsync(2023, Changsha, default)).Submission!;
    }

    private async Task ApproveAsync(string unit)
    {
        var submission = (await desk.ReadAsync(2023, unit, default)).Submission!;
        Assert.Null((await desk.BeginReviewAsync(2023, unit, Reviewer, submission, default)).Rejection);
        Assert.Null((await desk.ApproveAsync(2023, unit, Reviewer, submission, default)).Rejection);
    }

    private async Task<UnitState> UnitAsync() => (await pipeline.Status.ReadAsync(2023, default))!.Units.Single(u => u.Unit == Changsha);
}
