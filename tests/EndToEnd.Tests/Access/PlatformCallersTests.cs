using System.Text;
using System.Text.Json;
using Host.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Pipeline.Review;

namespace EndToEnd.Tests.Access;

public sealed class PlatformCallersTests
{
    private const string RoleType = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    [Fact]
    public void A_clerk_is_known_with_the_unit_given_as_an_app_role() => Assert.Equal(
        new Caller("aad:7f", "张三", PersonRole.Preparer, "430100"),
        Find(Header((ObjectId, "7f"), ("name", "张三"), ("roles", "clerk"), ("roles", "unit:430100"))));

    [Fact]
    public void A_clerk_is_known_with_the_unit_given_as_a_claim() => Assert.Equal(
        new Caller("aad:7f", "7f", PersonRole.Preparer, "430099"), Find(Header(("sub", "7f"), (RoleType, "clerk"), ("unit", "430099"))));

    [Theory]
    [InlineData("reviewer", PersonRole.Reviewer)]
    [InlineData("administrator", PersonRole.Director)]
    public void The_provincial_office_has_a_role_and_no_unit(string role, PersonRole expected) =>
        Assert.Equal(new Caller("aad:7f", "李四", expected, null), Find(Header(("oid", "7f"), ("name", "李四"), (RoleType, role))));

    [Theory]
    [InlineData("")]
    [InlineData("clerk")]
    [InlineData("Administrator")]
    [InlineData("clerk unit:430100 unit:430200")]
    [InlineData("clerk unit:430100 reviewer")]
    [InlineData("reviewer unit:430100")]
    [InlineData("unit:430100")]
    public void Roles_that_are_missing_or_exclude_each_other_are_no_role(string roles)
    {
        var caller = Find(Header([("oid", "7f"), .. roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => (RoleType, r))]));

        Assert.Equal(new Caller("aad:7f", "7f", null, null), caller);
    }

    [Fact]
    public void Without_a_header_or_with_two_nobody_is_known()
    {
        Assert.Null(Find());
        Assert.Null(Find(Header(("oid", "7f"), ("roles", "reviewer")), Header(("oid", "8f"), ("roles", "reviewer"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bm90IGpzb24=")] // not json
    [InlineData("bnVsbA==")] // null
    [InlineData("W10=")] // []
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6e319")] // claims is an object
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W251bGxdfQ==")] // claims is [null]
    [InlineData("eyJjbGFpbXMiOlt7InR5cCI6Im9pZCIsInZhbCI6IjdmIn1dfQ==")] // no auth_typ
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCJ9")] // no claims
    public void A_malformed_header_names_nobody(string header) => Assert.Null(Find(header));

    [Theory]
    [InlineData(null, null)]
    [InlineData("Local", null)]
    [InlineData("platform", null)]
    [InlineData("Platform", "False")]
    public void A_header_is_not_believed_unless_the_settings_say_who_wrote_it(string? mode, string? enabled)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Access:Mode", mode), new("WEBSITE_AUTH_ENABLED", enabled)]).Build();

        Assert.Null(new PlatformCallers(settings).Find(Request(Header(("oid", "7f"), ("roles", "administrator")))));
    }

    private static Caller? Find(params string[] headers) =>
        new PlatformCallers(new ConfigurationBuilder().AddInMemoryCollection([new("Access:Mode", "Platform")]).Build()).Find(Request(headers));

    private static HttpRequest Request(params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        if (headers.Length > 0) request.Headers["x-ms-client-principal"] = headers;
        return request;
    }

    private static string Header(params (string Type, string Value)[] claims)
    {
        var principal = new { auth_typ = "aad", name_typ = "upn", role_typ = RoleType, claims = claims.Select(c => new { typ = c.Type, val = c.Value }) };
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(principal)));
    }
}
