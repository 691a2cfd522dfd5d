using Deploy;
using Microsoft.Extensions.Time.Testing;

namespace EndToEnd.Tests.Deploy;

public sealed class WaitingTests
{
    [Fact]
    public async Task What_does_not_come_in_time_ends_in_its_reason_and_the_advice()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(1) };
        var waiting = new Waiting(clock, TimeSpan.FromMinutes(5), TimeSpan.Zero);
        var looks = 0;

        var given = await Assert.ThrowsAsync<DeployException>(() => waiting.ForAsync(
            "the key", "Look at the log.", () => Task.FromResult(Look<bool>.NotYet($"Look {++looks} saw nothing.")), default));

        Assert.Equal($"Waited 5 minutes in vain for the key. Look {looks} saw nothing. Look at the log.", given.Message);
        Assert.InRange(looks, 2, 6);
    }

    [Theory]
    [InlineData("GET https://a.blob.core.windows.net/returns/x?sv=2026&sig=abc%2B failed", "GET https://a.blob.core.windows.net/returns/x?sv=2026&sig=… failed")]
    [InlineData("Authorization: Bearer eyJ0.abc", "Authorization: Bearer …")]
    [InlineData("https://app/runtime/webhooks/blobs?code=xyz==", "https://app/runtime/webhooks/blobs?code=…")]
    public void No_signature_key_or_token_is_repeated_from_what_a_tool_said(string said, string shown) => Assert.Equal(shown, Secrets.Hide(said));
}
