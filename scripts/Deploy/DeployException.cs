namespace Deploy;

/// <summary>The deployment cannot go on; the message says why and what to do.</summary>
internal sealed class DeployException(string message) : Exception(message);
