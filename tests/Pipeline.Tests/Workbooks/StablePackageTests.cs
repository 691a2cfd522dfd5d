using System.IO.Compression;
using Pipeline.Workbooks;

namespace Pipeline.Tests.Workbooks;

public sealed class StablePackageTests
{
    [Fact]
    public void A_part_is_written_into_the_copy_where_the_package_has_it_empty()
    {
        using var copy = Copy(new() { [Name("/a.xml")] = to => to.Write("written"u8) });

        using var archive = new ZipArchive(copy, ZipArchiveMode.Read);
        Assert.Equal([("a.xml", "written"), ("b.xml", "kept")], archive.Entries.Select(e => (e.FullName, Text(e))));
    }

    [Fact]
    public void A_part_that_the_package_has_not_is_not_left_out_in_silence() =>
        Assert.Throws<ArgumentException>(() => Copy(new() { [Name("/a.xml")] = _ => { }, [Name("/c.xml")] = _ => { } }));

    private static MemoryStream Copy(Dictionary<Uri, Action<Stream>> written)
    {
        using var package = new MemoryStream();
        using (var archive = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("a.xml");
            using var kept = archive.CreateEntry("b.xml").Open();
            kept.Write("kept"u8);
        }

        var copy = new MemoryStream();
        StablePackage.Copy(package, copy, written: written);
        return copy;
    }

    private static Uri Name(string part) => new(part, UriKind.Relative);

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
