using Host.Access;
using Host.Local;
using Pipeline.Review;

namespace EndToEnd.Tests.Access;

/// <summary>Who the hosts of these tests know, by the id that their requests show.</summary>
internal static class People
{
    public const string Clerk = "clerk-430100";
    public const string OtherClerk = "clerk-430200";
    public const string Reviewer = "reviewer";
    public const string Administrator = "administrator";
    public const string OtherAdministrator = "administrator-2";
    public const string Nobody = "nobody";

    public static LocalCallers Known { get; } = new(
    [
        new(Clerk, "张三", PersonRole.Preparer, "430100"),
        new(OtherClerk, "王五", PersonRole.Preparer, "430200"),
        new(Reviewer, "李四", PersonRole.Reviewer, null),
        new(Administrator, "赵六", PersonRole.Director, null),
        new(OtherAdministrator, "钱七", PersonRole.Director, null),
    ]);
}
