using Pipeline.Catalogue;

namespace Pipeline.Tests.Catalogue;

public sealed class CatalogueReaderTests
{
    [Fact]
    public void Fifteen_units_report_and_two_do_not()
    {
        Assert.Equal(15, Catalogue2023.Value.ReportingUnits.Count());
        Assert.Equal("430099", Catalogue2023.Value.ProvincialUnit.Code);
        Assert.Equal(["000000", "430000"], Catalogue2023.Value.Units.Where(u => !u.Reports).Select(u => u.Code).Order());
    }

    [Fact]
    public void A_prefecture_files_eight_forms_and_the_provincial_centre_eleven()
    {
        Assert.Equal(["S00", "S01", "S02", "S03", "S04", "S05", "S06", "S07"], Catalogue2023.Value.FormsOf(UnitKind.Prefecture).Select(f => f.Code));
        Assert.Equal(11, Catalogue2023.Value.FormsOf(UnitKind.Provincial).Count());
    }

    [Theory]
    [InlineData("EI.BAL.OPEN", 6)]
    [InlineData("EI.EXP.PENSION", 22)]
    [InlineData("EI.BAL.CLOSE", 32)]
    [InlineData("WI.EXP.BENEFIT", 18)]
    [InlineData("WI.BAL.CLOSE.RESERVE", 29)]
    [InlineData("EI.BASE.TARGET", 25)]
    public void Items_stand_in_the_rows_the_form_prints(string item, int row) => Assert.Equal(row, Catalogue2023.Value.Item(item).Row);

    [Fact]
    public void Both_kinds_of_unit_have_a_check_code_of_their_own() =>
        Assert.NotEqual(Catalogue2023.Value.CheckCode(UnitKind.Prefecture), Catalogue2023.Value.CheckCode(UnitKind.Provincial));

    [Theory]
    [InlineData("forms/S01.yaml", "EI.INC.SUB + EI.INC.FROMUPPER", "EI.INC.SUBB + EI.INC.FROMUPPER", "EI.INC.SUBB")]
    [InlineData("forms/S01.yaml", "kind: O", "kind: X", "\"X\" is none of")]
    [InlineData("forms/S01.yaml", "carries: EI.BAL.CLOSE", "carries: EI.BAL.END", "there is no item EI.BAL.END")]
    [InlineData("rules/A.yaml", "expect: EI.INC.PREM.FLEX <= EI.INC.PREM", "expect: EI.INC.PREM.FLEX < = EI.INC.PREM", "is not an expression")]
    [InlineData("rules/A.yaml", "severity: E", "severty: E", "severty")]
    [InlineData("figures.yaml", "EI.INC.PREM@B1", "EI.INC.PREM@B9", "no column B9")]
    [InlineData("year.yaml", "kind: 中央", "kind: 中夬", "中夬")]
    [InlineData("annexes/2.yaml", "[省级预算部门名称, <, <,", "[省级预算部门名称, <,", "9 cells are expected, 8 are written")]
    [InlineData("annexes/2.yaml", "widths:", "width:", "\"width\" is not known here")]
    [InlineData("annexes/2.yaml", "{{EXEC.WEIGHT}}", "{{EXEC.WEIGHTS}}", "there is no figure EXEC.WEIGHTS in annex 2")]
    [InlineData("annexes/2.yaml", "{REASON}\"", "{REASONS}\"", "{REASONS} is not known here")]
    [InlineData("annexes/2.yaml", "= EXP.BASIC + EXP.PROJ", "= EXP.BASIC + EXP.PROJECT", "there is no figure EXP.PROJECT in annex 2")]
    [InlineData("annexes/1.yaml", "[^, \"{{STAFF.POSTS}}\"", "[<, \"{{STAFF.POSTS}}\"", "there is no cell to the left")]
    [InlineData("annexes/1.yaml", "[\"|财政供养人员情况（人）|\"", "[^", "there is no cell above")]
    [InlineData("annexes/1.yaml", "[^, \"{{STAFF.POSTS}}\", <", "[^, ^, ^", "there is no cell above")]
    [InlineData("annexes/1.yaml", "PV.BUILD.AREA@B0 + PV.BUILD.AREA@CUR", "PV.BUILD.AREA@PY + PV.BUILD.AREA@CUR", "PV.BUILD.AREA has no column PY")]
    [InlineData("annexes/3.yaml", "each: S08", "each: S18", "there is no register S18")]
    [InlineData("annexes/3.yaml", "share: [CUR, B1] }", "share: [CUR, B9] }", "the register has no column B9")]
    [InlineData("annexes/7.yaml", "orientation: landscape", "orientation: sideways", "\"sideways\" is none of")]
    public void A_mistake_is_named_with_file_and_line(string file, string right, string wrong, string said)
    {
        var files = Catalogue2023.Files();
        var at = files[file].IndexOf(right, StringComparison.Ordinal);
        files[file] = files[file][..at] + wrong + files[file][(at + right.Length)..];

        var mistake = Assert.Throws<CatalogueException>(() => CatalogueReader.Read(files, "test"));

        Assert.Equal(file, mistake.File);
        Assert.Contains(said, mistake.Message, StringComparison.Ordinal);
        Assert.Equal(files[file][..at].Count(c => c == '\n') + 1, mistake.Line);
    }

    [Fact]
    public void A_file_that_is_no_yaml_is_named()
    {
        var files = Catalogue2023.Files();
        files["rules/A.yaml"] = "rules: [ { id: [R-A-01";

        Assert.Equal("rules/A.yaml", Assert.Throws<CatalogueException>(() => CatalogueReader.Read(files, "test")).File);
    }

    [Fact]
    public void The_version_changes_with_any_word_and_not_with_line_endings()
    {
        var files = Catalogue2023.Files();
        var version = CatalogueFolder.Hash(files);
        files["year.yaml"] = files["year.yaml"].Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(version, CatalogueFolder.Hash(files));

        files["rules/T.yaml"] += "# changed";
        Assert.NotEqual(version, CatalogueFolder.Hash(files));
    }
}
