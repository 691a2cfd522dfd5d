using Pipeline.Consolidation;
using Pipeline.Reports;
using Pipeline.Reports.Provenance;

namespace Pipeline.Tests.Reports.Provenance;

/// <summary>What would the report print if this cell held another value? Every answer is held against the report emitted anew.</summary>
public sealed class WhatIfTests
{
    private static ReportSubject Sample => SampleReport.Subject;

    [Fact]
    public void Ten_million_more_premiums_in_Changsha_move_exactly_what_is_listed()
    {
        var answer = Confirmed(Add("430100", "EI.INC.PREM", "CUR", 1_000_000_000));

        Assert.Equal(["S5.E.A.INC", "S5.E.A.I1", "S5.E.BAL", "S5.E.CLOSE"], answer.Figures.Where(f => f.Id.StartsWith('S') && !f.ByTail).Select(f => f.Id));
        Assert.Equal(("1036.21亿元", "1036.31亿元"), Moved(answer, "S5.E.A.I1"));
        Assert.Contains(answer.Sentences, s => s.From.StartsWith("企保实际收入1544.39亿元", StringComparison.Ordinal) && s.To.StartsWith("企保实际收入1544.49亿元", StringComparison.Ordinal));
        Assert.Contains(answer.Cells, c => c is { Row: "1.基本养老保险费收入", Column: "2023年决算数", From: "1036.21", To: "1036.31" });
    }

    [Fact]
    public void Less_than_is_printed_moves_nothing() => Assert.True(Confirmed(Add("430100", "EI.INC.PREM", "CUR", 1)).IsNothing);

    [Fact]
    public void A_change_may_move_a_figure_of_another_item_by_its_tail()
    {
        // Interest of 40万元 more is rounded off; some premium or other then carries the sum over the half, and one of the items must take it up.
        var snapshot = Add("430100", "EI.INC.INT", "CUR", 40_000_000).Apply(Sample.Catalogue, Sample.Year.Snapshot);
        var change = Enumerable.Range(1, 40).Select(step => Add("430100", "EI.INC.PREM", "CUR", step * 5_000_000L))
            .First(c => WhatIf.Ask(Sample.Catalogue, snapshot, c).Figures.Any(IsPassedOn));

        var passedOn = Confirmed(change, snapshot).Figures.First(IsPassedOn);

        Assert.True(passedOn.ByTail);
        Assert.NotEqual(passedOn.From, passedOn.To);
    }

    [Fact]
    public void A_change_may_move_nothing_but_a_tail()
    {
        // Two are below half of the last place and their sum is above it: the larger of the two remainders is printed one higher.
        var snapshot = Sample.Year.Snapshot;
        foreach (var (item, above) in new[] { ("PREM", 49), ("INT", 45), ("SUBS", 0), ("INVEST", 0), ("OTHER", 0), ("TRANSIN", 0) })
            snapshot = At($"EI.INC.{item}", above, snapshot).Apply(Sample.Catalogue, snapshot);

        var answer = Confirmed(At("EI.INC.PREM", 6, snapshot), snapshot);
        var amounts = answer.Figures.Where(f => f.Id.StartsWith('S')).ToList();
        Assert.All(amounts, f => Assert.True(f.ByTail, f.Id));
        Assert.Equal(
            [("S5.E.A.I1", -0.01m), ("S5.E.A.I2", 0.01m)],
            amounts.Select(f => (f.Id, Number(f.To) - Number(f.From))));

        static decimal Number(string printed) => decimal.Parse(printed.Replace("亿元", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>省本级's cell so that the province stands so many hundredths of the last printed place above that place.</summary>
    private static InputChange At(string item, int above, Snapshot snapshot)
    {
        const long place = 100_000_000;
        var province = snapshot.Units.Sum(u => u.Return.Items.Where(i => i.Item == item).Sum(i => i.Values["CUR"]));
        var own = InputChange.Now(snapshot, "430099", item, "CUR")!.Value;
        return new InputChange("430099", item, "CUR", own - (province % place) + (above * place / 100));
    }

    [Fact]
    public void A_saving_turned_into_a_rise_changes_the_word_as_well()
    {
        var now = InputChange.Now(Sample.Year.Snapshot, "430099", "PV.SG.RECEPTION", "CUR")!.Value;
        var before = InputChange.Now(Sample.Year.Snapshot, "430099", "PV.SG.RECEPTION", "PY")!.Value;
        Assert.True(now > before);

        var answer = Confirmed(new InputChange("430099", "PV.SG.RECEPTION", "CUR", before - 200_000));

        var sentence = Assert.Single(answer.Sentences, s => s.From.Contains("同比增加，增加额", StringComparison.Ordinal));
        Assert.Contains("同比减少，减少额", sentence.To, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nil_section_that_gets_a_number_says_it_instead_of_nothing()
    {
        var answer = Confirmed(new InputChange("430099", "PV.GOVFUND.CUR", "CUR", 12_000_000));

        Assert.Contains(answer.Sentences, s => s is { From: "无", To: "政府性基金预算支出12万元。" });
    }

    [Fact]
    public void A_transfer_that_only_one_side_books_makes_the_report_a_draft()
    {
        var answer = Confirmed(Add("430100", "EI.EXP.TOUPPER", "CUR", 5_000_000_000));

        Assert.Equal((false, true), (answer.DraftBefore, answer.DraftAfter));
    }

    [Theory]
    [InlineData("430100", "EI.INC.TOTAL", "CUR", "EI.INC.SUB@CUR")]
    [InlineData("430100", "EI.INC.PREM", "B1", "EI.INC.PREM@B0")]
    [InlineData("430100", "PV.SG.RECEPTION", "CUR", "不填报")]
    [InlineData("430100", "EI.NO", "CUR", "没有项目")]
    [InlineData("439999", "EI.INC.PREM", "CUR", "没有填报单位")]
    public void What_is_computed_or_not_filed_cannot_be_typed(string unit, string item, string column, string reason) =>
        Assert.Contains(reason, new InputChange(unit, item, column, 1).Obstacle(Sample.Catalogue, Sample.Year.Snapshot), StringComparison.Ordinal);

    [Fact]
    public void A_change_and_its_undoing_leave_the_snapshot_as_it_was()
    {
        var (catalogue, snapshot) = (Sample.Catalogue, Sample.Year.Snapshot);
        var was = InputChange.Now(snapshot, "430100", "EI.INC.PREM", "CUR")!.Value;
        var there = new InputChange("430100", "EI.INC.PREM", "CUR", was + 7).Apply(catalogue, snapshot);
        var back = new InputChange("430100", "EI.INC.PREM", "CUR", was).Apply(catalogue, there);

        Assert.Equal(ReportDocument.Write(ReportSubject.Of(catalogue, snapshot)), ReportDocument.Write(ReportSubject.Of(catalogue, back)));
    }

    private static InputChange Add(string unit, string item, string column, long more) =>
        new(unit, item, column, InputChange.Now(Sample.Year.Snapshot, unit, item, column)!.Value + more);

    private static bool IsPassedOn(FigureChange figure) => figure.RawFrom is not null && figure.RawFrom == figure.RawTo;

    private static (string, string) Moved(WhatIfAnswer answer, string figure)
    {
        var moved = Assert.Single(answer.Figures, f => f.Id == figure);
        return (moved.From, moved.To);
    }

    /// <summary>Asks, emits both reports, and has their texts differ in the listed places and nowhere else.</summary>
    private static WhatIfAnswer Confirmed(InputChange change, Snapshot? given = null)
    {
        var snapshot = given ?? Sample.Year.Snapshot;
        Assert.Null(change.Obstacle(Sample.Catalogue, snapshot));
        var answer = WhatIf.Ask(Sample.Catalogue, snapshot, change);
        var after = ReportSubject.Of(Sample.Catalogue, change.Apply(Sample.Catalogue, snapshot));
        Assert.Equal(Report2023.Lines(after), Changed(Report2023.Lines(ReportSubject.Of(Sample.Catalogue, snapshot)), answer));
        return answer;
    }

    /// <summary>The lines with every listed change made, each exactly once, and with no other.</summary>
    private static List<string> Changed(string[] lines, WhatIfAnswer answer)
    {
        var changes = answer.Sentences.Concat(answer.Cells).ToList();
        Assert.All(changes, c => Assert.NotEqual(c.From, c.To));
        var result = lines.ToList();
        foreach (var line in changes.Where(c => c.LineFrom is not null).GroupBy(c => c.LineFrom!.Value))
        {
            var (rest, written) = (result[line.Key], new System.Text.StringBuilder());
            foreach (var change in line)
            {
                var at = rest.IndexOf(change.From, StringComparison.Ordinal);
                Assert.True(at >= 0, $"{change.From} is not in {rest}");
                written.Append(rest, 0, at).Append(change.To);
                rest = rest[(at + change.From.Length)..];
            }

            result[line.Key] = written.Append(rest).ToString();
        }

        foreach (var born in changes.Where(c => c.LineFrom is null).OrderBy(c => c.LineTo)) result.Insert(born.LineTo!.Value, born.To);
        return result;
    }
}
