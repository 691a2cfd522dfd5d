using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Review;
using static Pipeline.Tests.Review.Lives;

namespace Pipeline.Tests.Review;

public sealed class LockChainTests
{
    private static readonly List<LockRecord> Chain = Make(3);

    private static readonly JsonSerializerOptions Strict = new() { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    [Fact]
    public void Records_as_they_were_made_are_found_whole() => Assert.Null(LockChain.Verify(Chain, Chain[^1].Hash));

    [Fact]
    public void A_year_never_locked_is_whole() => Assert.Null(LockChain.Verify([], ""));

    [Fact]
    public void A_record_left_out_swapped_or_cut_off_at_the_end_is_found()
    {
        Assert.NotNull(LockChain.Verify([Chain[0], Chain[2]], Chain[2].Hash));
        Assert.NotNull(LockChain.Verify([Chain[1], Chain[0], Chain[2]], Chain[2].Hash));
        Assert.NotNull(LockChain.Verify([Chain[0], Chain[1]], Chain[2].Hash));
        Assert.NotNull(LockChain.Verify(Chain, ""));
    }

    /// <summary>Every character of every text and every digit of every number, one at a time.</summary>
    [Fact]
    public void Whichever_character_of_a_record_is_changed_the_chain_breaks()
    {
        var changed = 0;
        foreach (var record in Chain)
        {
            var json = JsonSerializer.Serialize(record);
            for (var at = 0; at < json.Length; at++)
            {
                if (Changed(json, at) is not { } other || other == json || Read(other) is not { } forged || forged.Text() + forged.Hash == record.Text() + record.Hash) continue;
                changed++;
                Assert.NotNull(LockChain.Verify([.. Chain.Select(r => r == record ? forged : r)], Chain[^1].Hash));
            }
        }

        Assert.InRange(changed, 800, 10_000);
    }

    [Fact]
    public void A_record_forged_with_a_new_print_breaks_at_the_next()
    {
        var forged = (Chain[1] with { Snapshot = "another" }).Sealed();

        Assert.Contains("第3号", LockChain.Verify([Chain[0], forged, Chain[2]], Chain[2].Hash), StringComparison.Ordinal);
    }

    [Fact]
    public void Particulars_cannot_run_into_one_another() =>
        Assert.NotEqual((Chain[0] with { CatalogueVersion = "1\n2 T1", TemplateVersion = "x" }).Text(), (Chain[0] with { CatalogueVersion = "1", TemplateVersion = "2 T1\nx" }).Text());

    private static string? Changed(string json, int at) => json[at] switch
    {
        '"' or '{' or '}' or ':' or ',' or '\\' => null,
        '9' => $"{json[..at]}8{json[(at + 1)..]}",
        _ => $"{json[..at]}{(char)(json[at] + 1)}{json[(at + 1)..]}",
    };

    private static LockRecord? Read(string json)
    {
        try
        {
            return JsonNode.Parse(json).Deserialize<LockRecord>(Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<LockRecord> Make(int count)
    {
        var chain = new List<LockRecord>();
        for (var i = 1; i <= count; i++)
        {
            var vector = new Dictionary<string, string> { ["430100"] = Hash($"a{i}"), ["430200"] = Hash($"b{i}") };
            chain.Add(new LockRecord(2023, i, vector, "2023.1", "T1", $"snapshot{i}", i == 1 ? null : $"snapshot{i}", Director, After.AddDays(i), chain.LastOrDefault()?.Hash ?? "").Sealed());
        }
        return chain;
    }
}
