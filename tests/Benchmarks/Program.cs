using Benchmarks.Checking;
using Benchmarks.Reading;
using Benchmarks.Year;

return args switch
{
    ["reading", .. var options] => ReadingBenchmark.Run(options),
    ["checking", .. var options] => CheckingBenchmark.Run(options),
    ["year", .. var options] => await YearBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("reading [--quick|--long]   reading a workbook against a floor and other libraries; --long only the million rows");
    Console.Error.WriteLine("checking [--quick]         bytes of a return to its findings; how the rule library grows with the lines");
    Console.Error.WriteLine("year    [--quick]          fifteen returns to the report: wall time and storage calls");
    return 1;
}
