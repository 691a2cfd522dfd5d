using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Returns;

public sealed class ReturnTemplateTests
{
    private static readonly string[] Blanks = ["R-C-08", "R-C-05", "R-C-11"];

    public static TheoryData<string> Units => [SampleReturn.Prefecture, SampleReturn.Provincial];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_blank_return_read_back_is_only_blank(string unit)
    {
        var reading = Books.Read(Books.Blank(unit), unit);

        Assert.Empty(reading.Findings.Where(f => !Blanks.Contains(f.Rule)).Select(f => f.Message));
        Assert.Equal("S00", Assert.Single(reading.Return!.Lines).Form);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Every_typed_row_of_a_blank_return_is_asked_for(string unit)
    {
        var kind = Books.Catalogue.FindUnit(unit)!.Kind;
        var expected = from form in Books.Catalogue.FormsOf(kind)
                       from item in form.Items
                       from column in form.ValueColumns
                       where item.Kind == ItemKind.Input && item.Has(column.Code) && column.Formula is null
                           && !(item.ProvincialOnly && kind == UnitKind.Prefecture)
                       select $"{form.Sheet} {column.Letter}{item.Row}";

        var asked = Books.Read(Books.Blank(unit), unit).Findings.Where(f => f.Rule == "R-C-08").Select(f => $"{f.Sheet} {f.Cell}");

        Assert.Equal(expected.Order(), asked.Order());
    }

    [Fact]
    public void Only_the_provincial_unit_is_given_the_provincial_forms()
    {
        Assert.Equal(8, Books.Blank(SampleReturn.Prefecture).Sheets.Count);
        Assert.Equal(11, Books.Blank(SampleReturn.Provincial).Sheets.Count);
        Assert.Throws<ArgumentException>(() => Books.Blank("430000"));
    }

    [Theory]
    [InlineData("S00", "B3", true)]
    [InlineData("S00", "B6", false)]
    [InlineData("S00", "B9", false)]
    [InlineData("S00", "B16", true)]
    [InlineData("S01", "H9", false)]
    [InlineData("S01", "H8", true)]
    [InlineData("S01", "G9", true)]
    [InlineData("S01", "J9", true)]
    [InlineData("S01", "L9", false)]
    [InlineData("S01", "B9", true)]
    [InlineData("S01", "H15", true)]
    [InlineData("S04", "F12", true)]
    [InlineData("S05", "C4", true)]
    [InlineData("S05", "G64", false)]
    public void The_clerk_can_change_what_is_theirs_and_nothing_else(string form, string cell, bool locked)
    {
        var draft = Books.Blank(SampleReturn.Prefecture);

        Assert.Equal(locked, draft.Cell(form, cell).Style.Locked);
        Assert.All(draft.Sheets, s => Assert.True(s.Protected));
    }

    [Fact]
    public void A_value_a_row_does_not_have_is_grey_and_locked()
    {
        var cell = Books.Blank(SampleReturn.Provincial).Cell("S08", "E6");

        Assert.Equal((true, null, null, "D9D9D9"), (cell.Style.Locked, cell.Number, cell.Formula, cell.Style.Fill));
    }

    [Theory]
    [InlineData("S01", "H7", "H8+H18+H19")]
    [InlineData("S01", "G7", "G8+G18+G19")]
    [InlineData("S01", "G9", "E9+F9")]
    [InlineData("S01", "H31", "H7-H20")]
    [InlineData("S01", "I9", "IFERROR(H9/G9,\"\")")]
    [InlineData("S01", "J9", "IFERROR(H9-D9,\"\")")]
    [InlineData("S01", "K9", "IFERROR((H9-D9)/ABS(D9),\"\")")]
    [InlineData("S04", "F12", "IFERROR(ROUND('S02工伤收支表'!H10/F11*1000,2),\"\")")]
    public void Formulas_are_live(string form, string cell, string formula) =>
        Assert.Equal(formula, Books.Blank(SampleReturn.Prefecture).Cell(form, cell).Formula);

    [Fact]
    public void A_prefecture_has_zero_where_only_the_province_books()
    {
        Assert.Equal(0, Books.Blank(SampleReturn.Prefecture).Cell("S01", "H19").Number);
        Assert.Null(Books.Blank(SampleReturn.Provincial).Cell("S01", "H19").Number);
    }

    [Fact]
    public void Last_year_and_the_opening_balance_are_given_and_locked()
    {
        var lastYear = SampleReturn.Of(SampleReturn.Prefecture);
        long Closed(string item) => lastYear.Items.Single(i => i.Item == item).Values["CUR"];

        var draft = Books.Blank(SampleReturn.Prefecture, lastYear);

        foreach (var (form, cell, item) in new[]
        {
            ("S01", "D9", "EI.INC.PREM"), ("S01", "H6", "EI.BAL.CLOSE"), ("S02", "H6", "WI.BAL.CLOSE"), ("S02", "H7", "WI.BAL.CLOSE.RESERVE"),
        })
        {
            var given = draft.Cell(form, cell);
            Assert.Equal((Closed(item) / 100m, true), (given.Number, given.Style.Locked));
        }

        Assert.Equal("D8+D18+D19", draft.Cell("S01", "D7").Formula);
        Assert.Equal(Closed("EI.INC.TOTAL") / 100m, draft.Cell("S01", "D7").Number);
        Assert.Equal(Closed("EI.BAL.CLOSE") / 100m, draft.Cell("S01", "H32").Number);
        Assert.DoesNotContain("R-C-08 S01企保收支表 D9", Books.Summary(Books.Read(draft).Findings));
    }

    [Fact]
    public void An_opening_balance_follows_what_was_booked_after_the_lock_and_last_years_column_does_not()
    {
        var lastYear = SampleReturn.Of(SampleReturn.Prefecture);
        long Closed(string item) => lastYear.Items.Single(i => i.Item == item).Values["CUR"];

        var draft = ReturnTemplate.Make(Books.Catalogue, Books.Catalogue.FindUnit(SampleReturn.Prefecture)!, lastYear, [("EI.INC.PREM", "CUR", 500_00)]);

        Assert.Equal((Closed("EI.BAL.CLOSE") + 500_00) / 100m, draft.Cell("S01", "H6").Number);
        Assert.Equal(Closed("WI.BAL.CLOSE") / 100m, draft.Cell("S02", "H6").Number);
        Assert.Equal(Closed("EI.INC.PREM") / 100m, draft.Cell("S01", "D9").Number);
    }

    [Fact]
    public void Every_value_has_a_name_Excel_accepts()
    {
        var names = Books.Blank(SampleReturn.Provincial).DefinedNames;

        Assert.Contains(new DefinedName("EI_INC_PREM_CUR", "'S01企保收支表'!$H$9"), names);
        Assert.Equal(names.Count, names.DistinctBy(n => n.Name.ToUpperInvariant()).Count());
        Assert.All(names, n => Assert.Matches("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$", n.Name));
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void The_schema_of_Office_has_nothing_to_say(string unit)
    {
        foreach (var draft in new[] { Books.Blank(unit), Books.Blank(unit, SampleReturn.Of(unit)), Books.Filled(unit) })
        {
            using var file = new MemoryStream(Books.Bytes(draft));
            using var document = SpreadsheetDocument.Open(file, isEditable: false);

            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public void The_same_unit_gets_the_same_bytes() =>
        Assert.Equal(Books.Bytes(Books.Blank(SampleReturn.Provincial)), Books.Bytes(Books.Blank(SampleReturn.Provincial)));
}
