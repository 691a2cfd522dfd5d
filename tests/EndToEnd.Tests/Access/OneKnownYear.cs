using EndToEnd.Tests.Year;

namespace EndToEnd.Tests.Access;

/// <summary>A year whose host knows some <see cref="People"/>, with one return in force.</summary>
public sealed class OneKnownYear : IAsyncLifetime
{
    internal YearUnderTest Year { get; private set; } = null!;

    internal Conversation Talk { get; private set; } = null!;

    /// <summary>SHA-256 of the return of 430100 in force.</summary>
    internal string Submission { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Year = await YearUnderTest.StartAsync(callers: People.Known);
        Talk = new(Year.Address);
        Submission = (await Year.AnswerAsync(Samples2023.Of("430100"))).Submission;
    }

    public async ValueTask DisposeAsync()
    {
        Talk.Dispose();
        await Year.DisposeAsync();
    }
}
