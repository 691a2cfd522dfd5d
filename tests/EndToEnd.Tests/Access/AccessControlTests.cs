using System.Text.Json;
using Host.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Review;

namespace EndToEnd.Tests.Access;

public sealed class AccessControlTests
{
    public static TheoryData<PersonRole, string?, string> Rights => new()
    {
        { PersonRole.Preparer, "430100", "SeeYear SeeUnit File" },
        { PersonRole.Preparer, "430200", "SeeYear" },
        { PersonRole.Reviewer, null, "SeeYear SeeUnit SeeProvince Review" },
        { PersonRole.Director, null, "SeeYear SeeUnit SeeProvince Review Direct" },
    };

    [Theory]
    [MemberData(nameof(Rights))]
    public void Each_role_has_its_rights_over_the_unit_430100_and_no_other(PersonRole role, string? unit, string rights)
    {
        var access = Of(new Caller("x", "某人", role, unit));

        var had = Enum.GetValues<Right>().Where(r => access.Require(Request, r, "430100").Person is not null);

        Assert.Equal(rights.Split(' ').Order(), had.Select(r => r.ToString()).Order());
    }

    [Fact]
    public void A_clerk_has_no_right_that_is_about_a_unit_where_none_is_named()
    {
        var access = Of(new Caller("x", "某人", PersonRole.Preparer, "430100"));

        Assert.All([Right.SeeUnit, Right.File], right => Assert.Null(access.Require(Request, right).Person));
    }

    [Fact]
    public void Who_was_let_in_is_told_to_the_stages_as_the_platform_named_them() => Assert.Equal(
        new Person("aad:7f", "李四", PersonRole.Reviewer),
        Of(new Caller("aad:7f", "李四", PersonRole.Reviewer, null)).Require(Request, Right.Review, "430100").Person);

    [Fact]
    public void An_unknown_caller_learns_that_they_are_unknown_and_nothing_else() => Assert.Equal(
        """{"title":"尚未登录","status":401,"detail":"请先登录，再办理。"}""", Body(Of(null).Require(Request, Right.SeeUnit, "430100"), 401));

    [Theory]
    [InlineData("430200")]
    [InlineData("999999")]
    public void A_known_caller_without_the_right_is_told_the_same_of_a_unit_that_is_there_and_of_one_that_is_not(string unit)
    {
        var access = Of(new Caller("x", "某人", PersonRole.Preparer, "430100"));

        Assert.Equal(
            """{"title":"没有权限","status":403,"detail":"您没有办理此事的权限；如需开通，请联系省级管理人员。"}""", Body(access.Require(Request, Right.SeeUnit, unit), 403));
    }

    [Fact]
    public void A_caller_without_a_role_is_refused_everything() => Assert.All(
        Enum.GetValues<Right>(), right => Body(Of(new Caller("x", "某人", null, null)).Require(Request, right, "430100"), 403));

    private static HttpRequest Request => new DefaultHttpContext().Request;

    private static AccessControl Of(Caller? caller) => new(new Always(caller));

    private static string Body(Admission admission, int status)
    {
        Assert.Null(admission.Person);
        var answer = Assert.IsType<ContentResult>(admission.Refusal);
        Assert.Equal(status, answer.StatusCode);
        Assert.StartsWith("application/problem+json", answer.ContentType, StringComparison.Ordinal);
        JsonDocument.Parse(answer.Content!).Dispose();
        return answer.Content!;
    }

    private sealed class Always(Caller? caller) : ICallers
    {
        public Caller? Find(HttpRequest request) => caller;
    }
}
