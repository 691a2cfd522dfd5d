namespace Benchmarks.Year;

/// <summary>What a year took.</summary>
/// <param name="Returns">How many returns.</param>
/// <param name="Ingesting">Until the last receipt.</param>
/// <param name="Consolidating">Until the year is closed on its snapshot.</param>
/// <param name="Emitting">Until the report lies in the store.</param>
/// <param name="IngestCalls">Calls to storage while ingesting.</param>
/// <param name="ConsolidateCalls">Calls while consolidating and closing.</param>
/// <param name="EmitCalls">Calls while emitting.</param>
internal sealed record YearCost(
    int Returns, TimeSpan Ingesting, TimeSpan Consolidating, TimeSpan Emitting, int IngestCalls, int ConsolidateCalls, int EmitCalls)
{
    public TimeSpan Total => Ingesting + Consolidating + Emitting;

    public int Calls => IngestCalls + ConsolidateCalls + EmitCalls;
}
