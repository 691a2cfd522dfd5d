using System.Diagnostics;

namespace Pipeline.Tests.Determinism;

/// <summary>The same uploads give the same bytes wherever the process stands: another country, another time zone, another seed of its hash tables.</summary>
public sealed class SameFilesEverywhereTests
{
    private static readonly Lazy<Task<IReadOnlyList<string>>> Here = new(EmittedFiles.EmitAsync);

    [Theory]
    [InlineData("de_DE.UTF-8", "Pacific/Kiritimati", "de-DE -1.234,5 03.02.2024 14:00:00")]
    [InlineData("tr_TR.UTF-8", "America/St_Johns", "tr-TR -1.234,5 3.02.2024 -03:30:00")]
    [InlineData("th_TH.UTF-8", "Asia/Kathmandu", "th-TH -1,234.5 3/2/2567 05:45:00")]
    public async Task Another_process_elsewhere_emits_the_same_bytes(string language, string zone, string where)
    {
        var (found, files) = await RunAsync(language, zone);

        Assert.Equal(where, found);
        Assert.Equal(await Here.Value, files);
        Assert.Contains(files, f => f.StartsWith("report.docx ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_process_emits_the_same_bytes_twice() => Assert.Equal(await Here.Value, await EmittedFiles.EmitAsync());

    private static async Task<(string Where, IReadOnlyList<string> Files)> RunAsync(string language, string zone)
    {
        var target = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
            var assembly = Path.ChangeExtension(typeof(EmittedFiles).Assembly.Location, ".dll");
            if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(assembly);
            foreach (var argument in (string[])["-explicit", "only", "-method", $"{typeof(EmittedFiles).FullName}.{nameof(EmittedFiles.Emit_for_another_process)}"])
                start.ArgumentList.Add(argument);
            // The program itself runs without cultures; here it is to have them, and not to care.
            start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";
            (start.Environment["LC_ALL"], start.Environment["LANG"], start.Environment["TZ"]) = (language, language, zone);
            start.Environment[EmittedFiles.Target] = target;
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (error.Contains("ICU", StringComparison.Ordinal)) Assert.Skip("This machine has no ICU library, so a process cannot stand in another culture.");
            Assert.True(process.ExitCode == 0, error + await output);
            var lines = await File.ReadAllLinesAsync(target);
            return (lines[0], lines[1..]);
        }
        finally
        {
            File.Delete(target);
        }
    }
}
