using Pipeline.Catalogue;
using Pipeline.Rules;
using Pipeline.Tests.Returns;

namespace Pipeline.Tests.Rules.Judgements;

public sealed class ResubmissionTests
{
    private static readonly DateTimeOffset InTime = Books.Catalogue.Deadline.AddDays(-1);

    private static readonly Circumstances Received = new() { ReceivedAt = InTime };

    private static readonly ReturnTicket Ticket = new(
        "T-2023-430100-001", SampleReturn.Prefecture, "审核员", InTime, new DateOnly(2024, 3, 1), "保费有误", [new TicketCell("S01企保收支表", "H9", "与明细不符")]);

    private static Circumstances Returned => Received with { InForce = new ReturnInForce("hash", 1, Judged.Sample()), LastVersion = 1, Ticket = Ticket };

    [Theory]
    [InlineData("R-C-06")]
    [InlineData("R-C-07")]
    [InlineData("R-C-11")]
    [InlineData("R-D-01")]
    [InlineData("R-D-03")]
    [InlineData("R-D-05")]
    [InlineData("R-D-06")]
    [InlineData("R-D-07")]
    public void A_first_return_in_time_is_not_asked_about_an_earlier_one(string rule) =>
        Assert.Empty(Judged.By(rule, Judged.Sample(), Received));

    [Fact]
    public void A_second_return_is_version_2()
    {
        var finding = Assert.Single(Judged.By("R-C-06", Judged.Sample(), Returned));

        Assert.Equal(("S00封面", "B7", "1", "2"), (finding.Sheet, finding.Cell, finding.Reported, finding.Expected));
        Assert.Empty(Judged.By("R-C-06", Judged.Sample().Say("S00", ("VERSION", "2")), Returned));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("T-2023-430100-002", 1)]
    [InlineData("T-2023-430100-001", 0)]
    public void A_return_that_was_sent_back_names_the_open_ticket(string number, int findings) =>
        Assert.Equal(findings, Judged.By("R-C-07", Judged.Sample().Say("S00", ("TYPE", "退回重报"), ("TICKET", number)), Returned).Count);

    [Fact]
    public void A_return_that_was_sent_back_cannot_pass_for_another_kind()
    {
        var finding = Assert.Single(Judged.By("R-C-07", Judged.Sample().Say("S00", ("TYPE", "补报"), ("TICKET", Ticket.Number)), Returned));

        Assert.Equal("B6", finding.Cell);
        Assert.Contains("应为报送类型“退回重报”、退回单号T-2023-430100-001", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_received_after_the_deadline_is_late()
    {
        var finding = Assert.Single(Judged.By("R-C-11", Judged.Sample(), new Circumstances { ReceivedAt = Books.Catalogue.Deadline.AddMinutes(1) }));

        Assert.Equal("B14", finding.Cell);
        Assert.Contains("报送时间", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Judged.By("R-C-11", Judged.Sample(), new Circumstances { ReceivedAt = Books.Catalogue.Deadline }));
    }

    [Theory]
    [InlineData("2023-12-31")]
    [InlineData("二月二十日")]
    public void A_date_outside_the_filling_period_is_told(string date) =>
        Assert.Equal("B14", Assert.Single(Judged.By("R-C-11", Judged.Sample().Say("S00", ("DATE", date)))).Cell);

    [Fact]
    public void A_file_taken_for_another_unit_is_refused() =>
        Assert.Single(Judged.By("R-D-01", Judged.Sample(), Received with { SameFile = new EarlierUpload(2023, "430200", InTime) }));

    [Fact]
    public void A_return_under_review_keeps_its_place() =>
        Assert.Single(Judged.By("R-D-03", Judged.Sample(), Returned with { UnderReview = true }));

    [Fact]
    public void A_transfer_written_twice_is_told_at_the_second_line()
    {
        var sample = Judged.Sample();
        var twice = sample with { Lines = [.. sample.Lines, sample.Lines.First(l => l.Form == "S05") with { Row = 40 }] };

        Assert.Equal("G40", Assert.Single(Judged.By("R-D-05", twice)).Cell);
    }

    [Theory]
    [InlineData("首次", Severity.Information)]
    [InlineData("退回重报", Severity.Error)]
    public void A_return_without_a_change_weighs_more_when_it_was_sent_back(string type, Severity severity) =>
        Assert.Equal(severity, Assert.Single(Judged.By("R-D-06", Judged.Sample().Say("S00", ("TYPE", type)), Returned)).Severity);

    [Fact]
    public void A_changed_amount_is_a_change() =>
        Assert.Empty(Judged.By("R-D-06", Judged.Sample().Put("EI.INC.PREM", "CUR", 1), Returned));

    [Fact]
    public void What_the_ticket_names_may_change_with_what_follows_from_it()
    {
        var named = SampleReturn.Of(SampleReturn.Prefecture);
        long Added(string item, long value) => item is "EI.INC.PREM" or "EI.INC.SUB" or "EI.INC.TOTAL" or "EI.BAL.YEAR" or "EI.BAL.CLOSE" ? value + 100 : value;
        var mended = named.Each(_ => true, (row, column, value) => column == "CUR" ? Added(row.Item, value) : value);

        Assert.Empty(Judged.By("R-D-07", mended, Returned));
        Assert.Equal("H11", Assert.Single(Judged.By("R-D-07", named.Put("EI.INC.INT", "CUR", 5), Returned)).Cell);
    }
}
