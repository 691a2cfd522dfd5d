using Azure.Storage.Sas;
using EndToEnd.Tests.Year;

namespace EndToEnd.Tests.Deploy;

/// <summary>The smoke test against the app itself, on Azurite; only az is a stand-in.</summary>
[Collection(OneAtATime.Name)]
public sealed class SmokeTests
{
    private static readonly string[] Smoke = ["--phase", "provision", "--phase", "smoke"];

    [Fact]
    public async Task In_dev_the_sample_is_put_in_force_and_its_report_found_each_time()
    {
        await using var year = await YearUnderTest.StartAsync();
        using var machine = Against(year);

        var first = await machine.RunAsync(["--environment", "dev", .. Smoke]);
        machine.TakeCalls();
        machine.Variables["ROLES_HELD"] = "1";
        var second = await machine.RunAsync("--environment", "dev", "--phase", "smoke");

        Assert.Equal((0, ""), (first.Code, first.Complained));
        Assert.Contains("_v1.xlsx", first.Said, StringComparison.Ordinal);
        Assert.Contains("by its link", first.Said, StringComparison.Ordinal);
        Assert.Equal((0, ""), (second.Code, second.Complained));
        Assert.Contains("_v2.xlsx", second.Said, StringComparison.Ordinal);
        // What they had before is theirs.
        Assert.DoesNotContain(machine.TakeCalls(), call => call.Contains("--method delete", StringComparison.Ordinal));
        Assert.DoesNotContain("sig=", first.Said + second.Said, StringComparison.Ordinal);
        var unit = (await year.Client.ReadYearAsync(default)).Units.Single(u => u.Unit == "430100");
        Assert.Equal(2, unit.Version);
    }

    [Fact]
    public async Task In_prod_a_return_of_a_unit_that_reports_nothing_is_answered_and_nothing_is_in_force_after_it()
    {
        await using var year = await YearUnderTest.StartAsync();
        using var machine = Against(year);

        var (code, said, complained) = await machine.RunAsync(["--environment", "prod", .. Smoke]);

        Assert.Equal((0, ""), (code, complained));
        Assert.Contains("receipt receipts/2023/000000/", said, StringComparison.Ordinal);
        Assert.Contains("no report of 2023 yet", said, StringComparison.Ordinal);
        Assert.All((await year.Client.ReadYearAsync(default)).Units, unit => Assert.Null(unit.InForce));
        var calls = machine.TakeCalls();
        Assert.DoesNotContain(calls, call => call.Contains("CloseYear", StringComparison.Ordinal));
        AssertLentForTheTestOnly(calls);
    }

    private static void AssertLentForTheTestOnly(IReadOnlyList<string> calls)
    {
        string[] Roles(string method) => [.. calls.Where(c => c.StartsWith($"az rest --method {method} --url ", StringComparison.Ordinal) && c.Contains("roleAssignments", StringComparison.Ordinal)).Select(c => c.Split(' ')[5])];
        Assert.Equal(3, Roles("put").Distinct().Count());
        Assert.Equal(Roles("put"), Roles("delete"));
        var upload = calls.Single(c => c.Contains("generate-sas", StringComparison.Ordinal));
        Assert.Contains("--permissions cw ", upload, StringComparison.Ordinal);
        Assert.Contains("--as-user", upload, StringComparison.Ordinal);
    }

    private static StandIns Against(YearUnderTest year)
    {
        var uploads = year.Storage.Blobs.GetBlobContainerClient("returns");
        var receipts = year.Storage.Blobs.GetBlobContainerClient("receipts");
        var until = TimeProvider.System.GetUtcNow().AddMinutes(15);
        return new StandIns
        {
            Variables =
            {
                ["APP_ADDRESS"] = year.Address.ToString().TrimEnd('/'),
                ["CONTAINERS"] = $"{uploads.Uri}|{receipts.Uri}",
                ["UPLOAD_SIGNATURE"] = uploads.GenerateSasUri(BlobContainerSasPermissions.Create | BlobContainerSasPermissions.Write, until).Query.TrimStart('?'),
                ["RECEIPT_SIGNATURE"] = receipts.GenerateSasUri(BlobContainerSasPermissions.Read, until).Query.TrimStart('?'),
            },
        };
    }
}
