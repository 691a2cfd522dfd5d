using Pipeline.Catalogue;
using System.Globalization;
using CsCheck;
using Pipeline.Figures;

namespace Pipeline.Tests.Figures;

/// <summary>Invariants over random pages. The cases are the same in every run; TAIL_CASES asks for more than the usual 2,000.</summary>
public sealed class TailBalancerProperties
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("TAIL_CASES") ?? "2000", CultureInfo.InvariantCulture);

    private static readonly Gen<FigureRole> AnyRole = Gen.Int[0, 4].Select(r => (FigureRole)r);

    // Raw 分 printed in 万元: a few hundredths each, halves and whole ones among them.
    private static readonly Gen<long> Few = Gen.Frequency((4, Gen.Long[-60_000, 60_000]), (1, Gen.Long[-9, 9].Select(x => x * 5_000)));

    /// <summary>One total over one to eight terms of either sign, exact to the 分.</summary>
    private static readonly Gen<Page> OneIdentity = Gen.Select(Few.Array[1, 8], Gen.Bool.Array[8], AnyRole.Array[9],
        (amounts, minus, roles) =>
    {
        var page = new Page(DisplayScale.TenThousandYuan);
        page.Put("T", amounts.Select((a, i) => minus[i] ? -a : a).Sum(), roles[8]);
        for (var i = 0; i < amounts.Length; i++) page.Put($"I{i}", amounts[i], roles[i]);
        page.Identities.Add(new TailIdentity("T", [.. amounts.Select((_, i) => ($"I{i}", minus[i] ? -1 : 1))]));
        return page;
    });

    /// <summary>Nine unrelated numbers under one to four random identities: mostly contradictory, often no network.</summary>
    private static readonly Gen<Page> Tangle = Gen.Select(Few.Array[9], AnyRole.Array[9], Gen.Int[-1, 1].Array[9].Array[1, 4],
        (amounts, roles, signs) =>
    {
        var page = new Page(DisplayScale.TenThousandYuan);
        for (var i = 0; i < amounts.Length; i++) page.Put($"I{i}", amounts[i], roles[i]);
        foreach (var row in signs)
        {
            var terms = row.Select((s, i) => ($"I{i}", s)).Where(t => t.s != 0).ToArray();
            if (terms.Length > 1) page.Identities.Add(new TailIdentity(terms[0].Item1, [.. terms.Skip(1)]));
        }

        return page;
    });

    [Fact]
    public void The_annexes_always_add_up_and_no_number_leaves_its_floor_and_ceiling() => Each(FundLedger.Annexes, page =>
    {
        var result = page.Balance();

        Assert.True(result.AllHold);
        AssertHonest(page, result);
    });

    [Fact]
    public void The_annexes_keep_every_total_printed_in_the_body_of_the_report() => Each(FundLedger.Annexes, Cases / 4, page =>
    {
        for (var i = 0; i < page.Slots.Count; i++)
            if (page.Slots[i].Id.EndsWith("TOTAL@CUR", StringComparison.Ordinal))
                page.Slots[i] = page.Slots[i] with { Role = FigureRole.Pinned };

        var result = page.Balance();

        Assert.True(result.AllHold);
        AssertHonest(page, result);
    });

    [Fact]
    public void One_identity_moves_as_few_numbers_as_can_be_and_the_right_ones() => Each(OneIdentity, AssertSameAsTryingEverything);

    [Fact]
    public void Tangled_identities_hold_wherever_any_choice_lets_them() => Each(Tangle, AssertSameAsTryingEverything);

    [Fact]
    public void A_page_beside_another_does_not_change_what_it_prints() => Each(Gen.Select(OneIdentity, Tangle), x =>
    {
        var (one, other) = x;
        var alone = one.Balance().Slots.Concat(other.Balance().Slots.Select(s => s with { Id = "other " + s.Id }));
        var both = new Page(DisplayScale.Yuan);
        both.Slots.AddRange(one.Slots.Concat(other.Slots.Select(s => s with { Id = "other " + s.Id })));
        both.Identities.AddRange(other.Identities.Select(i =>
            new TailIdentity("other " + i.Total, [.. i.Terms.Select(t => ("other " + t.Slot, t.Sign))])).Concat(one.Identities));

        Assert.Equal(alone, both.Balance().Slots);
    });

    private static void AssertHonest(Page page, TailResult result)
    {
        var printed = result.Slots.ToDictionary(s => s.Id, s => s.Printed);
        Assert.Equal(page.Identities.Where(i => Page.Gap(i, id => printed[id]) != 0), result.Unmet);
        Assert.Equal(result.Slots.Where(s => s.Printed != s.Rounded).Select(s => s.Id), result.Adjustments.Select(a => a.Slot));
        foreach (var (given, slot) in page.Slots.Zip(result.Slots))
        {
            Assert.Equal(decimal.Round(given.Exact, 2, MidpointRounding.AwayFromZero), slot.Rounded / 100m);
            Assert.True(Math.Abs((slot.Printed / 100m) - given.Exact) < 0.01m, given.Id);
            Assert.True(given.Role != FigureRole.Pinned || !slot.Adjusted, given.Id);
        }
    }

    /// <summary>Compares with all 2ⁿ choices: identities in order of the page, then moves by role, remainders, order.</summary>
    private static void AssertSameAsTryingEverything(Page page)
    {
        var result = page.Balance();

        AssertHonest(page, result);
        var choices = Choices(page).ToList();
        foreach (var identity in page.Identities)
        {
            var holding = choices.Where(c => Page.Gap(identity, id => c[id]) == 0).ToList();
            if (holding.Count > 0) choices = holding;
        }

        var best = choices.Select(c => Price(page, c)).Min();
        Assert.Equal(best, Price(page, result.Slots.ToDictionary(s => s.Id, s => s.Printed)));
    }

    private static IEnumerable<Dictionary<string, long>> Choices(Page page)
    {
        var steps = page.Slots.Select(s => (s.Id, Low: (long)decimal.Floor(s.Exact * 100), High: (long)decimal.Ceiling(s.Exact * 100),
            s.Role, Rounded: Rounding.Hundredths(s.Exact))).ToArray();
        for (var mask = 0; mask < 1 << steps.Length; mask++)
            if (!steps.Where((s, i) => (mask >> i & 1) == 1 && (s.Low == s.High || s.Role == FigureRole.Pinned)).Any())
                yield return steps.Select((s, i) => (s.Id, Value: (mask >> i & 1) == 0 ? s.Rounded : s.Low + s.High - s.Rounded))
                    .ToDictionary(s => s.Id, s => s.Value);
    }

    private static (int Totals, int Balances, int Items, int Differences, decimal Distance, int Order) Price(
        Page page, Dictionary<string, long> printed)
    {
        var moved = page.Slots.Select((s, i) => (Slot: s, Bit: 1 << i))
            .Where(x => printed[x.Slot.Id] != Rounding.Hundredths(x.Slot.Exact)).ToArray();
        int Count(FigureRole role) => moved.Count(m => m.Slot.Role == role);
        return (Count(FigureRole.Total), Count(FigureRole.Balance), Count(FigureRole.Item), Count(FigureRole.Difference),
            page.Slots.Sum(s => Math.Abs(printed[s.Id] - (s.Exact * 100))), moved.Sum(m => m.Bit));
    }

    private static void Each<T>(Gen<T> gen, Action<T> check) => Each(gen, Cases, check);

    // CsCheck's own Sample spreads cases over threads and is not the same twice; drawing them one by one is.
    private static void Each<T>(Gen<T> gen, int cases, Action<T> check)
    {
        for (var i = 0; i < cases; i++)
        {
            var value = gen.Generate(new PCG(2023, (ulong)i), null, out _);
            try
            {
                check(value);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Case {i}: {e.Message}", e);
            }
        }
    }
}
