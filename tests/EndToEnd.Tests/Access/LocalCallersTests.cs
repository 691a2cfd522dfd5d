using Host.Access;
using Host.Local;
using Host.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Pipeline.Review;

namespace EndToEnd.Tests.Access;

public sealed class LocalCallersTests
{
    private static readonly (string, string)[] People =
    [
        ("Access:People:0:Id", "li"), ("Access:People:0:Name", "李四"), ("Access:People:0:Role", "reviewer"),
        ("Access:People:1:Id", "zhang"), ("Access:People:1:Role", "clerk"), ("Access:People:1:Unit", "430100"),
    ];

    [Fact]
    public void The_header_chooses_among_the_people_of_the_settings()
    {
        var callers = LocalCallers.Read(Settings(People));

        Assert.Equal(new Caller("li", "李四", PersonRole.Reviewer, null), callers.Find(Request()));
        Assert.Equal(new Caller("zhang", "zhang", PersonRole.Preparer, "430100"), callers.Find(Request("zhang")));
        Assert.Null(callers.Find(Request("somebody")));
        Assert.Null(callers.Find(Request("li", "zhang")));
    }

    [Fact]
    public void Without_people_there_is_one_administrator() =>
        Assert.Equal(PersonRole.Director, LocalCallers.Read(Settings()).Find(Request())?.Role);

    [Fact]
    public void The_header_of_the_platform_says_nothing_here()
    {
        var request = Request("zhang");
        request.Headers[PlatformCallers.Header] = "eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W3sidHlwIjoib2lkIiwidmFsIjoiN2YifSx7InR5cCI6InJvbGVzIiwidmFsIjoiYWRtaW5pc3RyYXRvciJ9XX0=";

        Assert.Equal("zhang", LocalCallers.Read(Settings(People)).Find(request)?.Id);
    }

    [Theory]
    [InlineData("Access:Mode", "Platform", "Access:Mode")]
    [InlineData("Access:People:2:Role", "reviewer", "Access:People:2:Id")]
    [InlineData("Access:People:1:Role", "boss", "Access:People:1:Role")]
    [InlineData("Access:People:0:Unit", "430100", "Access:People:0:Role")]
    [InlineData("Access:People:1:Unit", "", "Access:People:1:Role")]
    [InlineData("Access:People:1:Id", "li", "li twice")]
    public void A_wrong_setting_is_named_at_start(string setting, string value, string named)
    {
        var settings = Settings([.. People.Where(p => p.Item1 != setting), (setting, value)]);

        Assert.Contains(named, Assert.Throws<CannotStartException>(() => LocalCallers.Read(settings)).Message, StringComparison.Ordinal);
    }

    private static IConfigurationRoot Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();

    private static HttpRequest Request(params string[] ids)
    {
        var request = new DefaultHttpContext().Request;
        if (ids.Length > 0) request.Headers[LocalCallers.Header] = ids;
        return request;
    }
}
