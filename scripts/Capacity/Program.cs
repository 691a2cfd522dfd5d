using Capacity.Measuring;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (args[1] == "only") { var u = int.Parse(args[2]); await new ScaleRun(u, int.Parse(args[3]), Console.WriteLine).RunAsync(); return; }
await Measurement.RunAsync(args[0], int.Parse(args[1]), Console.WriteLine);
