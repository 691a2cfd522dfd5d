using System.Diagnostics;
using System.Globalization;
using Demo;
using Demo.Samples;
using Pipeline.Catalogue;
using Pipeline.Returns;
using Pipeline.Rules;
using Pipeline.Workbooks;

namespace Benchmarks.Checking;

/// <summary>Bytes of a return → everything the rule library finds in it; and how the library's time grows with what a return says.</summary>
internal static class CheckingBenchmark
{
    private const int Year = 2023;
    private const string Prefecture = "430100";

    public static int Run(string[] options)
    {
        var rounds = options.Contains("--quick") ? 20 : 200;
        var catalogue = CatalogueFolder.Default.Read(Year);
        var samples = Repository.Samples(Year);
        var returns = SampleReturns.Make(catalogue, SampleValues.Read(Path.Combine(samples, "values.csv"), catalogue), samples).Returns;
        Console.WriteLine($"{catalogue.Rules.Count} rules, {catalogue.Rules.Sum(r => r.Conditions.Count)} conditions; {Environment.ProcessorCount} processors, .NET {Environment.Version}; median of {rounds} runs.");
        Console.WriteLine();
        Console.WriteLine("| return | read | read and check | library alone |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var unit in (string[])[Prefecture, catalogue.ProvincialUnit.Code])
        {
            var values = returns.Single(r => r.Unit == unit);
            var bytes = Write(catalogue, values);
            // What a second version is judged beside: the whole of the first, and a whole year before it.
            var beside = Circumstances.None with { LastYear = values, InForce = new ReturnInForce("", 0, values), ReceivedAt = catalogue.Deadline };
            var library = new RuleLibrary(catalogue);
            var read = Median(rounds, () => ReturnReader.Read(new MemoryStream(bytes), catalogue, unit, "return.xlsx"));
            var check = Median(rounds, () => ReturnCheck.Check(new MemoryStream(bytes), catalogue, unit, "return.xlsx", beside));
            var alone = Median(rounds, () => library.Check(values, beside));
            Console.WriteLine($"| {catalogue.FindUnit(unit)!.Name} | {Print(read)} | {Print(check)} | {Print(alone)} |");
        }

        Grow(catalogue, returns.Single(r => r.Unit == Prefecture), Math.Max(3, rounds / 20));
        return 0;
    }

    /// <summary>The same return with ever more lines in 往来明细 and 预算调整.</summary>
    private static void Grow(YearCatalogue catalogue, Return sample, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine("| lines | library | per line |");
        Console.WriteLine("|---|---|---|");
        var library = new RuleLibrary(catalogue);
        var fixedCost = Median(rounds, () => library.Check(sample, Circumstances.None));
        foreach (var count in (int[])[2_000, 20_000, 200_000])
        {
            var grown = sample with { Lines = [.. sample.Lines, .. Enumerable.Range(0, count).Select(Line)] };
            var time = Median(rounds, () => library.Check(grown, Circumstances.None));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {count:#,##0} | {Print(time)} | {(time - fixedCost).TotalMicroseconds / count:0.00} µs |"));
        }

        RegisterLine Line(int i)
        {
            var transfers = i % 2 == 0;
            var form = catalogue.Form(transfers ? "S05" : "S06");
            return new RegisterLine(form.Code, form.Sheet, 100 + i, transfers
                ? new Dictionary<string, string>
                {
                    ["FUND"] = "EI", ["DIRECTION"] = "上解上级", ["PEER"] = "430099", ["DATE"] = "2023-06-30", ["VOUCHER"] = $"记-{i}",
                    ["AMOUNT"] = (i + 0.25m).ToString(CultureInfo.InvariantCulture),
                }
                : new Dictionary<string, string>
                {
                    ["FUND"] = "EI", ["ITEM"] = "EI.INC.PREM", ["DOCUMENT"] = $"〔2023〕{i}号", ["DATE"] = "2023-06-30",
                    ["AMOUNT"] = (i + 0.25m).ToString(CultureInfo.InvariantCulture),
                });
        }
    }

    private static byte[] Write(YearCatalogue catalogue, Return values)
    {
        using var workbook = new MemoryStream();
        XlsxWriter.Write(FilledReturn.Make(catalogue, catalogue.FindUnit(values.Unit)!, values), workbook);
        return workbook.ToArray();
    }

    private static TimeSpan Median(int rounds, Action work)
    {
        for (var i = 0; i < Math.Min(rounds, 20); i++) work();
        var times = new List<TimeSpan>();
        for (var i = 0; i < rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            times.Add(watch.Elapsed);
        }

        return times.Order().ElementAt(rounds / 2);
    }

    private static string Print(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.00} ms");
}
