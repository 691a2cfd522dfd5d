using Benchmarks.Checking;
using Benchmarks.Emission;
using Benchmarks.Reading;
using Benchmarks.Year;

return args switch
{
    ["reading", .. var options] => ReadingBenchmark.Run(options),
    ["checking", .. var options] => CheckingBenchmark.Run(options),
    ["emission", .. var options] => EmissionBenchmark.Run(options),
    ["year", .. var options] => await YearBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("reading [--quick|--long]   reading a workbook against a floor and other libraries; --long only the million rows");
    Console.Error.WriteLine("checking [--quick]         bytes of a return to its findings; how the rule library grows with the lines");
    Console.Error.WriteLine("emission [--quick]         a snapshot to report.docx and its proof, step by step, beside NPOI writing the same text and tables");
    Console.Error.WriteLine("year    [--quick]          fifteen returns to the report: wall time and storage calls");
    return 1;
}
