using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

internal static class Refused
{
    /// <summary>The refusal that reading these bytes ends in; any other outcome fails the test.</summary>
    public static WorkbookRefusedException By(byte[] file, WorkbookLimits? limits = null) =>
        Assert.Throws<WorkbookRefusedException>(() => Workbook.Read(new MemoryStream(file), limits ?? WorkbookLimits.Default));
}
