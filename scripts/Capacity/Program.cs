using Capacity.Measuring;

Console.OutputEncoding = System.Text.Encoding.UTF8;
await Measurement.RunAsync(args[0], int.Parse(args[1]), Console.WriteLine);
