using Pipeline.Review;
using Pipeline.Rules;

namespace Pipeline.Tests.Review;

/// <summary>People, returns and commands made up for tests.</summary>
internal static class Lives
{
    public const string Unit = "430100";

    public static readonly DateTimeOffset Deadline = new(2024, 3, 31, 18, 0, 0, TimeSpan.FromHours(8));

    public static readonly DateTimeOffset Before = Deadline.AddDays(-10);

    public static readonly DateTimeOffset After = Deadline.AddDays(1);

    public static readonly Person Clerk = new("c1", "张三", PersonRole.Preparer, Unit);

    public static readonly Person Reviewer = new("r1", "李四", PersonRole.Reviewer);

    public static readonly Person Director = new("d1", "王五", PersonRole.Director);

    public static readonly Person OtherDirector = new("d2", "赵六", PersonRole.Director);

    public static readonly OpenQuestion Question = new("R-Y-01", "EI.INC.PREM");

    public static readonly ReturnState New = new(2023, Unit);

    public static MachineCheck Upload(string content, long sequence, bool refused = false, DateTimeOffset? at = null, params OpenQuestion[] questions) =>
        new(new(Hash(content), sequence), refused, 1, Clerk.Name, questions, at ?? Before, Deadline);

    public static string Hash(string content) => content.PadRight(64, '0');

    public static BeginReview Begin(string content = "A") => new(Reviewer, Hash(content));

    public static ReturnForCorrection Back(string content = "A") => new(
        Reviewer, Hash(content), [new TicketCell("S01企保收支表", "H9", "与缴费台账不符")], "缴费收入少报", new DateOnly(2024, 4, 10));

    public static Approve Pass(string content = "A", params ProvincialExplanation[] explanations) => new(Reviewer, Hash(content), explanations);

    /// <summary>What a sequence of commands leads to; every one of them must be done.</summary>
    public static ReturnState Through(ReturnState start, params ReturnCommand[] commands) =>
        commands.Aggregate(start, (state, command) => Done(state, command).State);

    public static Decision.Transition Done(ReturnState state, ReturnCommand command, DateTimeOffset? now = null) =>
        Assert.IsType<Decision.Transition>(ReturnLife.Decide(state, command, now ?? Before));

    public static string Rejected(ReturnState state, ReturnCommand command, DateTimeOffset? now = null) =>
        Assert.IsType<Decision.Rejection>(ReturnLife.Decide(state, command, now ?? Before)).Reason;

    /// <summary>A return in a status, come to it as returns do.</summary>
    public static ReturnState In(ReturnStatus status) => status switch
    {
        ReturnStatus.None => New,
        ReturnStatus.Failed => Through(New, Upload("bad", 1, refused: true)),
        ReturnStatus.Pending => Through(New, Upload("A", 10, questions: Question)),
        ReturnStatus.Accepted => Through(New, Upload("A", 10)),
        ReturnStatus.UnderReview => Through(In(ReturnStatus.Accepted), Begin()),
        ReturnStatus.Approved => Through(In(ReturnStatus.UnderReview), Pass()),
        ReturnStatus.Returned => Through(In(ReturnStatus.UnderReview), Back()),
        ReturnStatus.Withdrawn => Through(In(ReturnStatus.Accepted), new Withdraw(Clerk, "数据有误")),
        ReturnStatus.Missing => Done(New, new MarkMissing(Deadline), After).State,
        _ => Through(In(ReturnStatus.Approved), new LockReturn(Director, 1)),
    };
}
