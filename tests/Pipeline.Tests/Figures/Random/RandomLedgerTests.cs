using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using Pipeline.Catalogue;
using Pipeline.Consolidation;
using Pipeline.Figures;
using Pipeline.Reports;
using Pipeline.Reports.Proof;
using Pipeline.Tests.Catalogue;

namespace Pipeline.Tests.Figures.Random;

/// <summary>Ten thousand years nobody has reported yet, from the returns to the printed page. LEDGERS asks for another number of them.</summary>
public sealed class RandomLedgerTests
{
    private static readonly int Ledgers = int.Parse(Environment.GetEnvironmentVariable("LEDGERS") ?? "10000", CultureInfo.InvariantCulture);

    private static readonly YearCatalogue Catalogue = Catalogue2023.Value;

    private static readonly Dictionary<string, long> RawPerUnit = new()
    {
        ["亿元"] = 10_000_000_000, ["万元"] = 1_000_000, ["元"] = 100, ["万人"] = 10_000, ["万家"] = 10_000, ["万"] = 10_000,
    };

    [Fact]
    public void Whatever_is_reported_nodes_are_exact_and_the_page_adds_up()
    {
        var failures = new ConcurrentQueue<string>();
        var unmet = 0;
        // Sums are of the text and the annexes; the appendix has none.
        var catalogue = Catalogue with { Comparison = Catalogue.Comparison with { Enabled = false } };
        Parallel.For(0, Ledgers, new ParallelOptions { TaskScheduler = TaskScheduler.Default, MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            if (failures.Count > 5) return;
            var ledger = new RandomLedger(number);
            var year = Province.Consolidate(catalogue, ledger.Snapshot());
            var printed = FigurePrinter.Print(catalogue, year);
            if (printed.Unmet.Count > 0) Interlocked.Increment(ref unmet);
            if (printed.Unmet.Count > 0 && ledger.IsMirrored && ledger.Missing.Count == 0) failures.Enqueue($"ledger {number}: {printed.Unmet[0]}");
            foreach (var wrong in Nodes(ledger, year).Concat(Numbers(printed)).Concat(Sums(printed)).Take(3))
                failures.Enqueue($"ledger {number}: {wrong}");
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{unmet} of {Ledgers} ledgers lack returns or have a transfer that only one side booked, and name a sum that cannot add up");
        Assert.Empty(failures);
    }

    [Fact]
    public void A_ledger_of_random_numbers_makes_a_document_that_proves_itself()
    {
        var narrative = Catalogue.Figures.Where(f => f.Section.StartsWith('六') || f.Section.StartsWith('一')).Select(f => ("九", $"{f.Label}{{{{{f.Id}}}}}。"));
        foreach (var number in Enumerable.Range(0, 20))
        {
            var ledger = new RandomLedger(number);
            var year = Province.Consolidate(Catalogue, ledger.Snapshot([.. narrative]));
            var subject = new ReportSubject(Catalogue, year, FigurePrinter.Print(Catalogue, year), ledger.Missing.Count > 0);

            var findings = ReportProof.Check(subject, ReportDocument.Write(subject), null);

            Assert.DoesNotContain(findings, f => f.Rule is "R-G-03" or "R-G-04" or "R-G-07");
            Assert.Equal(subject.Figures.Unmet.Count > 0, findings.Any(f => f.Rule == "R-G-02"));
        }
    }

    private static IEnumerable<string> Nodes(RandomLedger ledger, ConsolidatedYear year)
    {
        foreach (var (id, expected) in ReferenceProvince.Of(ledger.Typed))
        {
            var node = year.Nodes[id].Values;
            foreach (var ((item, column), value) in node)
                if (value != expected.GetValueOrDefault((item, column)) && item != "WI.BASE.AVGRATE") yield return $"node {id} {item} {column}: {value}, expected {expected.GetValueOrDefault((item, column))}";
            foreach (var ((item, column), value) in expected)
                if (value != 0 && !node.ContainsKey((item, column))) yield return $"node {id} {item} {column}: nothing, expected {value}";
        }
    }

    /// <summary>Every amount stands within a last digit of its exact value, and what is pinned on its rounding.</summary>
    private static IEnumerable<string> Numbers(FigureSet printed)
    {
        foreach (var definition in Catalogue.Figures.Where(f => f.Kind == FigureKind.Amount))
        {
            var figure = printed.Figures[definition.Id];
            if (figure.Raw is not { } raw) continue;
            var scale = RawPerUnit.GetValueOrDefault(figure.Unit, 1);
            var off = BigInteger.Abs((BigInteger)(decimal.Parse(figure.Text.TrimEnd('%'), CultureInfo.InvariantCulture) * 100) * scale - (BigInteger)raw * 100);
            if (off >= scale) yield return $"{figure.Id} prints {figure.Text}{figure.Unit} for {raw}";
            var moved = off * 2 > scale || figure.Tail is not null;
            if (moved && definition.Role == FigureRole.Pinned) yield return $"{figure.Id} is pinned and prints {figure.Text}{figure.Unit} for {raw}";
            if (off * 2 > scale != figure.Tail is not null && off * 2 != scale) yield return $"{figure.Id} moved without saying so, or says so and did not: {raw} {figure.Text}";
        }
    }

    /// <summary>A sum that is true of the raw numbers is true of the printed ones; any other is named.</summary>
    private static IEnumerable<string> Sums(FigureSet printed)
    {
        var figures = printed.Figures;
        foreach (var identity in Catalogue.Identities)
        {
            if (identity.Terms.Select(t => t.Figure).Append(identity.Total).Any(id => figures[id].Raw is null)) continue;
            if (Number(identity.Total) == identity.Terms.Sum(t => t.Sign * Number(t.Figure))) continue;
            var sum = $"{identity.Total} = {string.Join(" ", identity.Terms.Select(t => (t.Sign < 0 ? "-" : "+") + t.Figure))}";
            if ((Int128)figures[identity.Total].Raw!.Value == identity.Terms.Aggregate((Int128)0, (s, t) => s + t.Sign * (Int128)figures[t.Figure].Raw!.Value))
                yield return $"{sum} is true and does not add up on the page";
            if (!printed.Unmet.Any(u => NamesOf(identity.Total).Any(name => u.StartsWith(name + " = ", StringComparison.Ordinal))))
                yield return $"{sum} does not add up on the page and is not named";
        }

        if (printed.Unmet.Count > 0 && Catalogue.Identities.All(Holds)) yield return "sums are named that add up";

        decimal Number(string id) => decimal.Parse(figures[id].Text, CultureInfo.InvariantCulture);
        bool Holds(Identity i) => i.Terms.Select(t => t.Figure).Append(i.Total).Any(id => figures[id].Raw is null) || Number(i.Total) == i.Terms.Sum(t => t.Sign * Number(t.Figure));
        // One number printed in two places is called by the first.
        IEnumerable<string> NamesOf(string id) => figures.Values
            .Where(f => (f.Expression, f.Node, f.Unit) == (figures[id].Expression, figures[id].Node, figures[id].Unit)).Select(f => $"{f.Section}“{f.Label}”");
    }
}
