using System.Net;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Host.Http;
using Host.Local.Refresh;
using Pipeline.Reports;

namespace EndToEnd.Tests.Year;

public sealed class RefreshTests
{
    private const string Figure = "S5.E.A.I1";
    private const string Words = "经办人补充的一段话。";

    [Fact]
    public async Task An_edited_report_comes_back_over_HTTP_with_the_figures_in_force_and_the_words_of_staff()
    {
        await using var year = await YearUnderTest.StartAsync();
        await year.AnswerAsync(Samples2023.Files);
        await year.CloseAsync();
        var report = await year.Client.DownloadAsync("report.docx", default);
        var edited = Edited(report);

        using var answer = await PostAsync(year.Address, edited);
        var told = await HostRefresh.AskAsync(year.Address, 2023, edited, default);

        Assert.Equal((HttpStatusCode.OK, DocumentBody.Type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("2023年度整体支出绩效自评报告-刷新.docx", answer.Content.Headers.ContentDisposition?.FileNameStar);
        var refreshed = await answer.Content.ReadAsByteArrayAsync();
        Assert.Contains("1600亿元", Text(edited), StringComparison.Ordinal);
        Assert.Contains(Words, Text(refreshed), StringComparison.Ordinal);
        Assert.Equal(Text(report), Text(refreshed).Replace(Words, "", StringComparison.Ordinal));
        Assert.Equal([(Figure, "1600亿元", "1036.21亿元")], told.Changes.Select(c => (c.Id, c.From, c.To)));
        Assert.Empty(told.Findings);
        Assert.Equal(refreshed, told.Document);
    }

    /// <summary>The report after somebody typed over the first place of a figure and wrote on at the end of its paragraph.</summary>
    private static byte[] Edited(byte[] report)
    {
        using var memory = new MemoryStream();
        memory.Write(report);
        using (var document = WordprocessingDocument.Open(memory, isEditable: true))
        {
            var control = document.MainDocumentPart!.Document!.Descendants<SdtRun>().First(s => s.SdtProperties?.GetFirstChild<Tag>()?.Val == Figure);
            control.Descendants<Text>().Single().Text = "1600亿元";
            control.Ancestors<Paragraph>().First().Append(new Run(new Text(Words)));
        }

        return memory.ToArray();
    }

    private static async Task<HttpResponseMessage> PostAsync(Uri host, byte[] document)
    {
        using var http = new HttpClient { BaseAddress = host };
        using var content = new ByteArrayContent(document);
        content.Headers.ContentType = new MediaTypeHeaderValue(DocumentBody.Type);
        return await http.PostAsync("/api/years/2023/report/refresh", content);
    }

    private static string Text(byte[] document) => ReportText.Extract(new MemoryStream(document));
}
