namespace Pipeline.Stages;

/// <summary>A message of the queue <c>consolidate-year</c>: bring the year's snapshot up to date.</summary>
public sealed record ConsolidationRequest(int Year);

/// <summary>A message of the queue <c>emit-report</c>: make the report of a snapshot.</summary>
public sealed record EmissionRequest(int Year, string Snapshot);

/// <summary>A message of the queue <c>await-scan</c>: look again whether an upload may be opened.</summary>
/// <param name="Upload">Its name in the container of uploads.</param>
public sealed record IngestionRequest(string Upload);
