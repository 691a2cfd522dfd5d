using Azure.Core;
using EndToEnd.Tests.LocalHost;
using Pipeline.Ledger;

namespace EndToEnd.Tests.Ledger;

[Collection(SharedAzurite.Name)]
public sealed class FaultSweepTests(AzuriteFixture azurite)
{
    /// <summary>Disturbs the first call, then the second, … of four uploads being handled, until a run gets through untouched.</summary>
    [Theory]
    [InlineData(FaultKind.NotSent, HttpPipelinePosition.PerCall)]
    [InlineData(FaultKind.AnswerLost, HttpPipelinePosition.PerCall)]
    [InlineData(FaultKind.AnswerLost, HttpPipelinePosition.PerRetry)]
    [InlineData(FaultKind.SentTwice, HttpPipelinePosition.PerRetry)]
    public async Task Whichever_call_fails_the_stores_and_the_answers_end_as_if_none_had(FaultKind kind, HttpPipelinePosition position)
    {
        using (await Ledgers.PreparedAsync(azurite))
        {
            var (undisturbed, expected, _) = await RunAsync(kind, position, int.MaxValue);
            Assert.Equal([Publication.InForce, Publication.InForce, Publication.InForce, Publication.Superseded], expected);

            var call = 1;
            for (; ; call++)
            {
                var (state, said, struck) = await RunAsync(kind, position, call);
                if (!struck)
                    break;
                Assert.Equal(expected, said);
                Assert.Equal(undisturbed, state);
            }
            // Every call there is: 7 for a first return, 8 for a later one, 12 for one uploaded again, 6 for one too late.
            Assert.Equal(33, call - 1);
        }
    }

    private async Task<(IReadOnlyList<string> State, List<Publication> Said, bool Struck)> RunAsync(FaultKind kind, HttpPipelinePosition position, int call)
    {
        var year = Ledgers.NewYear();
        var fault = new Fault(kind, call);
        using var ledger = Ledgers.On(azurite, null, position, fault);
        var said = new List<Publication>();
        // A has rows for two transactions; C comes too late.
        foreach (var (content, sequence, items) in ((string, long, int)[])[("A", 10, 120), ("B", 20, 3), ("A", 30, 120), ("C", 15, 3)])
        {
            var submission = Samples.Submission(year, content, sequence);
            try
            {
                said.Add(await ledger.HandleAsync(submission, items));
            }
            catch (IOException) when (fault.Struck)
            {
                // The trigger gives the upload again.
                said.Add(await ledger.HandleAsync(submission, items));
            }
        }
        return (await StoredState.OfAsync(azurite, year), said, fault.Struck);
    }
}
