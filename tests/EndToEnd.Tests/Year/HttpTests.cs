using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pipeline.Returns;

namespace EndToEnd.Tests.Year;

public sealed class HttpTests(BadUploadTests.OneYear one) : IClassFixture<BadUploadTests.OneYear>, IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = one.Year.Address };

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task Without_a_report_the_answer_is_404_with_the_reason()
    {
        using var answer = await http.GetAsync("/api/years/2023/report");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("报告在截止后生成", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_of_a_year_names_every_unit()
    {
        var year = await http.GetFromJsonAsync<JsonElement>("/api/years/2023");

        Assert.Equal(15, year.GetProperty("units").GetArrayLength());
        Assert.All(year.GetProperty("units").EnumerateArray(), unit => Assert.Equal("未报", unit.GetProperty("state").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/years/1999")).StatusCode);
    }

    [Theory]
    [InlineData("430100")]
    [InlineData("430099")]
    public async Task The_blank_return_is_read_back_with_nothing_wrong_but_what_the_clerk_has_yet_to_type(string unit)
    {
        var workbook = await http.GetByteArrayAsync($"/api/years/2023/units/{unit}/template");

        var reading = ReturnReader.Read(new MemoryStream(workbook), Samples2023.Catalogue, unit, $"HNSB_2023_{unit}.xlsx");
        Assert.NotNull(reading.Return);
        Assert.Empty(reading.Findings.Select(f => f.Rule).Except(["R-C-05", "R-C-08", "R-C-11", "R-F-08"]));
    }

    [Theory]
    [InlineData("430000")]
    [InlineData("999999")]
    public async Task A_unit_that_reports_nothing_has_no_blank_return(string unit) =>
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/api/years/2023/units/{unit}/template")).StatusCode);

    [Theory]
    [InlineData("live")]
    [InlineData("ready")]
    public async Task Health_answers(string kind) => Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/api/health/{kind}")).StatusCode);
}
