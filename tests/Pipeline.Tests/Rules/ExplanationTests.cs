using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Returns.Receipts;
using Pipeline.Rules;
using Pipeline.Tests.Returns;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Rules;

public sealed class ExplanationTests
{
    private const string Good = "拨付合计含当年垫付款项，已逐月核对。";

    [Theory]
    [InlineData("R-B-15", Good, true)]
    [InlineData("EI.BASE.PAID", Good, true)]
    [InlineData("R-B-16", Good, false)]
    [InlineData("R-B-15", "含当年垫付款项。", false)]
    [InlineData("R-B-15", "无无无无无无无无无无无", false)]
    [InlineData("R-B-15", "正常，无异常。情况正常。", false)]
    [InlineData("R-B-15", "九、养老金拨付合计（现金口径）", false)]
    [InlineData("R-B-15", "。。。。。。。。。。。。", false)]
    public void A_question_is_answered_by_ten_characters_that_say_something_about_it(string subject, string text, bool answered)
    {
        var found = Ask(Answered(subject, text), Circumstances.None);

        Assert.Equal(answered, found.Explanation is not null);
        Assert.Equal(!answered, found.Remedy.Contains("编报说明", StringComparison.Ordinal));
    }

    [Fact(Timeout = 10_000)]
    public async Task An_answer_that_begins_with_a_row_of_stops_takes_no_longer_to_read()
    {
        var draft = Answered("R-B-15", new string('。', 60) + Good);

        var found = await Task.Run(() => Ask(draft, Circumstances.None), TestContext.Current.CancellationToken);

        Assert.NotNull(found.Explanation);
    }

    [Fact]
    public void The_province_answers_for_all_units_and_the_unit_s_own_answer_goes_first()
    {
        var province = Circumstances.None with { Explanations = [new ProvincialExplanation("R-B-15", null, "全省统一口径调整。", "省级")] };

        Assert.Equal(ExplanationSource.Provincial, Ask(Books.Filled(), province).Explanation!.Source);
        Assert.Equal(ExplanationSource.Own, Ask(Answered("R-B-15", Good), province).Explanation!.Source);
        Assert.Null(Ask(Books.Filled(), province with { Explanations = [province.Explanations[0] with { Item = "EI.BASE.ALLOW" }] }).Explanation);
    }

    [Fact]
    public void What_was_answered_last_year_is_offered_while_the_question_is_open()
    {
        var line = new RegisterLine("S07", "S07编报说明", 5, new Dictionary<string, string> { ["SUBJECT"] = "R-B-15", ["TEXT"] = "上年说明：含垫付。" });
        var before = Circumstances.None with { LastYear = new Return(2022, SampleReturn.Prefecture, [], [line]) };

        Assert.Equal([new OfferedExplanation("R-B-15", "R-B-15", "上年说明：含垫付。")], Read(Books.Filled(), before).Offered);
        Assert.Empty(Read(Answered("R-B-15", Good), before).Offered);
    }

    [Theory]
    [InlineData("因统筹层次提高，结余全部上划。", false)]
    [InlineData("因统筹层次提高，按湘人社发〔2023〕12号上划。", true)]
    public void An_execution_beyond_half_or_double_must_cite_its_document(string text, bool answered)
    {
        var draft = Answered("R-R-04", text).Typed("S01", "H9", 71819382.01m);

        Assert.Equal(answered, Read(draft, Circumstances.None).Findings.Single(f => f.Rule == "R-R-04").Explanation is not null);
    }

    [Fact]
    public void A_suspended_rule_is_not_asked_on_the_days_it_is_suspended()
    {
        var day = new DateOnly(2024, 2, 20);
        var suspended = Circumstances.None with
        {
            ReceivedAt = new DateTimeOffset(2024, 2, 19, 17, 0, 0, TimeSpan.Zero),
            Suspensions = [new Suspension("R-B-15", "口径调整中", day, day, "省级")],
        };

        Assert.DoesNotContain(Read(Books.Filled(), suspended).Findings, f => f.Rule == "R-B-15");
        Assert.Contains(Read(Books.Filled(), suspended with { ReceivedAt = new DateTimeOffset(2024, 2, 19, 15, 59, 59, TimeSpan.Zero) }).Findings.Select(f => f.Rule), rule => rule == "R-B-15");
        Assert.Contains(Read(Books.Filled(), suspended with { ReceivedAt = null }).Findings.Select(f => f.Rule), rule => rule == "R-B-15");
    }

    [Fact]
    public void A_rule_without_which_a_value_would_be_missing_cannot_be_suspended()
    {
        var suspended = Circumstances.None with
        {
            ReceivedAt = new DateTimeOffset(2024, 2, 20, 0, 0, 0, TimeSpan.Zero),
            Suspensions = [new Suspension("R-F-08", "误设", new DateOnly(2024, 1, 1), null, "省级")],
        };

        Assert.Contains(Read(Books.Filled().Typed("S01", "H9", "无"), suspended).Findings, f => f.Rule == "R-F-08" && f.Severity == Severity.Error);
    }

    // The sample's paid total moved out of its band raises R-B-15 alone.
    private static WorkbookDraft Answered(string subject, string text) =>
        Books.Filled().Typed("S07", "A6", subject).Typed("S07", "C6", "核实性说明").Typed("S07", "D6", text);

    private static Finding Ask(WorkbookDraft draft, Circumstances circumstances) =>
        Read(draft, circumstances).Findings.Single(f => f.Rule == "R-B-15");

    private static ReturnReading Read(WorkbookDraft draft, Circumstances circumstances) =>
        ReturnCheck.Check(new MemoryStream(Books.Bytes(draft.Typed("S03", "F20", 37699005.51m))), Books.Catalogue, SampleReturn.Prefecture, "upload.xlsx", circumstances);
}
