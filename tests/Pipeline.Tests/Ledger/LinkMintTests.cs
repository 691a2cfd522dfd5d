using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Ledger;

namespace Pipeline.Tests.Ledger;

/// <summary>Signing as an identity, which no emulator does without a certificate: the service is a stand-in that gives keys.</summary>
public sealed class LinkMintTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly KeyService keys = new();
    private readonly FakeTimeProvider clock = new(Noon);
    private readonly BlobClient blob;
    private readonly LinkMint mint;

    public LinkMintTests()
    {
        var service = new BlobServiceClient(
            new Uri("https://account.blob.core.windows.net"), new AnyToken(), new BlobClientOptions { Transport = new HttpClientTransport(new HttpClient(keys)) });
        blob = service.GetBlobContainerClient("reports").GetBlobClient("2023/snap/report.docx");
        mint = new(service, clock);
    }

    public void Dispose()
    {
        mint.Dispose();
        keys.Dispose();
    }

    [Fact]
    public async Task A_link_is_signed_as_the_identity_for_reading_one_blob_over_https()
    {
        var link = await mint.MintAsync(blob, "报告.docx", TestContext.Current.CancellationToken);

        var asked = link.Query.TrimStart('?').Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
        Assert.Equal("r", asked["sp"]);
        Assert.Equal("b", asked["sr"]);
        Assert.Equal("https", asked["spr"]);
        Assert.Equal("2024-02-01T11:55:00Z", asked["st"]);
        Assert.Equal("2024-02-01T12:15:00Z", asked["se"]);
        Assert.Equal("object", asked["skoid"]);
        Assert.Equal("attachment;filename=\"__.docx\";filename*=UTF-8''%E6%8A%A5%E5%91%8A.docx", asked["rscd"]);
    }

    [Fact]
    public async Task One_key_signs_the_links_of_hours_and_never_one_that_outlives_it()
    {
        for (var minute = 0; minute < 24 * 60; minute += 10)
        {
            var link = await mint.MintAsync(blob, "r.docx", TestContext.Current.CancellationToken);
            Assert.Contains("sig=", link.Query, StringComparison.Ordinal);
            Assert.InRange(clock.GetUtcNow().AddMinutes(15), keys.Starts.AddMinutes(15), keys.Expires);
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.InRange(keys.Asked, 4, 6);
    }

    [Fact]
    public async Task Many_that_ask_at_once_share_one_key()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => mint.MintAsync(blob, "r.docx", TestContext.Current.CancellationToken)));

        Assert.Equal(1, keys.Asked);
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class KeyService : HttpMessageHandler
    {
        public int Asked { get; private set; }

        public DateTimeOffset Starts { get; private set; }

        public DateTimeOffset Expires { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Contains("comp=userdelegationkey", request.RequestUri!.Query, StringComparison.Ordinal);
            Asked++;
            var wish = System.Xml.Linq.XElement.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            (Starts, Expires) = ((DateTimeOffset)wish.Element("Start")!, (DateTimeOffset)wish.Element("Expiry")!);
            return new(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $"<UserDelegationKey><SignedOid>object</SignedOid><SignedTid>tenant</SignedTid><SignedStart>{Starts:O}</SignedStart><SignedExpiry>{Expires:O}</SignedExpiry>"
                    + "<SignedService>b</SignedService><SignedVersion>2026-06-06</SignedVersion><Value>a2V5</Value></UserDelegationKey>"),
            };
        }
    }
}
