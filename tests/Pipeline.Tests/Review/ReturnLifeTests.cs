using Pipeline.Review;
using Pipeline.Rules;
using static Pipeline.Review.ReturnStatus;

namespace Pipeline.Tests.Review;

public sealed class ReturnLifeTests
{
    /// <summary>Where each command leads from each status after the deadline; - is a rejection, = is no change. Order of rows: 未报, 机审不通过, 待说明,
    /// 已接收, 复核中, 已审核, 已退回, 已撤回, 缺报, 已封账.</summary>
    public static TheoryData<string, string[]> Table => new()
    {
        { "accepted", ["Accepted", "Accepted", "Accepted", "Accepted", "-", "-", "Accepted", "Accepted", "Accepted", "-"] },
        { "pending", ["Pending", "Pending", "Pending", "Pending", "-", "-", "Pending", "Pending", "Pending", "-"] },
        { "refused", ["Failed", "Failed", "Pending", "Accepted", "UnderReview", "Approved", "Returned", "Failed", "Missing", "Locked"] },
        { "withdraw", ["-", "-", "Withdrawn", "Withdrawn", "-", "-", "-", "-", "-", "-"] },
        { "begin", ["-", "-", "UnderReview", "UnderReview", "-", "-", "-", "-", "-", "-"] },
        { "return", ["-", "-", "-", "-", "Returned", "Returned", "-", "-", "-", "-"] },
        { "approve", ["-", "-", "-", "-", "Approved", "-", "-", "-", "-", "-"] },
        { "missing", ["Missing", "Missing", "=", "=", "=", "=", "=", "Missing", "=", "="] },
        { "lock", ["-", "-", "-", "-", "-", "Locked", "-", "-", "-", "="] },
        { "unlock", ["-", "-", "-", "-", "-", "-", "-", "-", "-", "Approved"] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void From_every_status_every_command_leads_where_the_table_says(string command, string[] expected)
    {
        var led = Enum.GetValues<ReturnStatus>().Select(status => ReturnLife.Decide(Lives.In(status), Command(command), Lives.After) switch
        {
            Decision.Transition done => done.State.Status.ToString(),
            Decision.Rejection rejection => rejection.Reason.EndsWith('。') ? "-" : rejection.Reason,
            _ => "=",
        });

        Assert.Equal(expected, led);
    }

    [Fact]
    public void The_audit_has_one_entry_for_each_transition_numbered_without_a_gap()
    {
        var random = new Random(20231231);
        foreach (var _ in Enumerable.Range(0, 300))
        {
            var (state, entries, transitions) = (Lives.New, new List<AuditEntry>(), 0);
            for (var step = 1; step <= 40; step++)
            {
                if (ReturnLife.Decide(state, Random(random, state), Lives.After.AddMinutes(step)) is not Decision.Transition { Events.Count: > 0 } done) continue;
                Assert.Equal((state.Status, done.State.Status), (done.Events[0].From, done.Events[0].To));
                transitions++;
                entries.AddRange(done.Events);
                state = done.State;
            }

            Assert.Equal(Enumerable.Range(1, transitions), entries.Select(e => e.Revision));
            Assert.Equal(transitions, state.Revision);
        }
    }

    [Fact]
    public void Whatever_is_refused_what_is_in_force_stays_as_it_is()
    {
        var state = Lives.In(Returned);

        var after = Lives.Done(state, Lives.Upload("bad", 90, refused: true)).State;

        Assert.Equal(state with { Refused = after.Refused, Revision = after.Revision }, after);
    }

    [Fact]
    public void A_late_upload_says_so_and_an_upload_at_the_deadline_does_not()
    {
        Assert.False(Lives.Done(Lives.New, Lives.Upload("A", 10, at: Lives.Deadline)).State.Late);

        var late = Lives.Done(Lives.In(Missing), Lives.Upload("A", 10, at: Lives.Deadline.AddTicks(1)));
        Assert.True(late.State.Late);
        Assert.Contains("迟报", late.Events[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_upload_answers_the_ticket_and_is_written_down_as_a_replacement()
    {
        var answer = Lives.Done(Lives.In(Returned), Lives.Upload("B", 20));

        Assert.Null(answer.State.Ticket);
        Assert.Equal(AuditEvent.Replaced, answer.Events[0].What);
        Assert.Contains("T-2023-430100-001", answer.Events[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Tickets_are_numbered_on()
    {
        var second = Lives.Through(Lives.In(Returned), Lives.Upload("B", 20), Lives.Begin("B"), Lives.Back("B"));

        Assert.Equal("T-2023-430100-002", second.Ticket!.Number);
    }

    [Fact]
    public void The_same_upload_once_more_changes_nothing_even_after_it_was_withdrawn()
    {
        Assert.IsType<Decision.Unchanged>(ReturnLife.Decide(Lives.In(UnderReview), Lives.Upload("A", 10), Lives.After));
        Assert.IsType<Decision.Unchanged>(ReturnLife.Decide(Lives.In(Withdrawn), Lives.Upload("A", 10), Lives.After));
        Assert.IsType<Decision.Unchanged>(ReturnLife.Decide(Lives.In(Failed), Lives.Upload("bad", 1, refused: true), Lives.After));
    }

    [Fact]
    public void An_older_upload_comes_too_late_also_after_a_withdrawal()
    {
        Assert.IsType<Decision.Superseded>(ReturnLife.Decide(Lives.In(Accepted), Lives.Upload("older", 9), Lives.After));
        Assert.IsType<Decision.Superseded>(ReturnLife.Decide(Lives.In(Withdrawn), Lives.Upload("older", 9), Lives.After));
    }

    [Fact]
    public void The_same_file_uploaded_later_leaves_the_ticket_open_and_no_entry()
    {
        var again = Lives.Done(Lives.In(Returned), Lives.Upload("A", 30));

        Assert.Empty(again.Events);
        Assert.Equal((Returned, 30), (again.State.Status, again.State.Taken!.Sequence));
        Assert.NotNull(again.State.Ticket);
    }

    [Theory]
    [InlineData("r1", "张三", "不得是该报表的填报人")]
    [InlineData("r1", "张 三", "不得是该报表的填报人")]
    [InlineData("c1", "张三", "只有省级审核人")]
    public void Nobody_approves_what_they_prepared(string id, string name, string reason)
    {
        var by = new Person(id, name, id == "r1" ? PersonRole.Reviewer : PersonRole.Preparer, id == "r1" ? null : Lives.Unit);

        Assert.Contains(reason, Lives.Rejected(Lives.In(UnderReview), Lives.Pass() with { By = by }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R-Y-01", null, true)]
    [InlineData("R-Y-01", "EI.INC.PREM", true)]
    [InlineData("R-Y-01", "EI.EXP.BENEFIT", false)]
    [InlineData("R-Y-02", null, false)]
    public void A_question_blocks_approval_until_the_province_explains_that_very_rule(string rule, string? item, bool passes)
    {
        var state = Lives.Through(Lives.In(Pending), Lives.Begin());

        var decision = ReturnLife.Decide(state, Lives.Pass("A", new ProvincialExplanation(rule, item, "自十二月一日起省级统筹", "李四")), Lives.Before);

        Assert.Equal(passes, decision is Decision.Transition);
    }

    [Fact]
    public void The_question_of_a_rule_that_is_suspended_blocks_nothing_for_as_long_as_it_is()
    {
        var state = Lives.Through(Lives.In(Pending), Lives.Begin());
        var pass = Lives.Pass() with { Suspensions = [new("R-Y-01", "口径调整", new(2024, 3, 1), new(2024, 3, 25), "李四")] };

        Lives.Done(state, pass, new(2024, 3, 25, 23, 0, 0, TimeSpan.FromHours(8)));
        Assert.Contains("R-Y-01", Lives.Rejected(state, pass, new(2024, 3, 26, 0, 0, 0, TimeSpan.FromHours(8))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reviewer_who_looks_at_an_older_submission_is_told_so()
    {
        var state = Lives.Through(Lives.In(Accepted), Lives.Upload("B", 20));

        Assert.Contains("新版本", Lives.Rejected(state, Lives.Begin("A")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ticket_needs_cells_a_reason_and_a_day_to_come()
    {
        var state = Lives.In(UnderReview);

        Assert.Contains("至少", Lives.Rejected(state, Lives.Back() with { Cells = [] }), StringComparison.Ordinal);
        Assert.Contains("单元格", Lives.Rejected(state, Lives.Back() with { Cells = [new TicketCell("S01", " ", "")] }), StringComparison.Ordinal);
        Assert.Contains("退回原因", Lives.Rejected(state, Lives.Back() with { Reason = " " }), StringComparison.Ordinal);
        Assert.Contains("期限", Lives.Rejected(state, Lives.Back() with { Due = new(2024, 3, 20) }), StringComparison.Ordinal);
        // It is the 21st in Hunan already, though not in Greenwich.
        Lives.Done(state, Lives.Back() with { Due = new(2024, 3, 21) }, new(2024, 3, 21, 1, 0, 0, TimeSpan.FromHours(8)));
    }

    [Theory]
    [InlineData("430200", PersonRole.Preparer)]
    [InlineData("430100", PersonRole.Reviewer)]
    [InlineData(null, PersonRole.Director)]
    public void Only_the_unit_itself_takes_its_return_back(string? unit, PersonRole role) =>
        Assert.Contains("本单位", Lives.Rejected(Lives.In(Accepted), new Withdraw(new("x", "某人", role, unit), "数据有误")), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_missing_before_the_deadline() =>
        Assert.Contains("尚未截止", Lives.Rejected(Lives.New, new MarkMissing(Lives.Deadline), Lives.Deadline.AddTicks(-1)), StringComparison.Ordinal);

    private static ReturnCommand Command(string name) => name switch
    {
        "accepted" => Lives.Upload("B", 20),
        "pending" => Lives.Upload("B", 20, questions: Lives.Question),
        "refused" => Lives.Upload("worse", 20, refused: true),
        "withdraw" => new Withdraw(Lives.Clerk, "数据有误"),
        "begin" => Lives.Begin(),
        "return" => Lives.Back(),
        "approve" => Lives.Pass(),
        "missing" => new MarkMissing(Lives.Deadline),
        "lock" => new LockReturn(Lives.Director, 1),
        _ => new UnlockReturn(Lives.Director, "决算批复"),
    };

    private static ReturnCommand Random(Random random, ReturnState state)
    {
        var content = $"{random.Next(6)}";
        ReturnCommand[] commands =
        [
            Lives.Upload(content, random.Next(60), refused: random.Next(3) == 0), Lives.Upload(content, random.Next(60), questions: Lives.Question),
            new Withdraw(Lives.Clerk, "数据有误"), new BeginReview(Lives.Reviewer, state.Submission ?? ""), Lives.Back() with { Submission = state.Submission ?? "" },
            Lives.Pass() with { Submission = state.Submission ?? "" }, new MarkMissing(Lives.Deadline), new LockReturn(Lives.Director, 1), new UnlockReturn(Lives.Director, "x"),
        ];
        return commands[random.Next(commands.Length)];
    }
}
