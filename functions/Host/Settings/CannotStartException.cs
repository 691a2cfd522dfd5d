namespace Host.Settings;

/// <summary>The app cannot start for a reason that whoever runs it can mend; the message says how, so no stack is printed.</summary>
public sealed class CannotStartException(string message, Exception? cause = null) : Exception(message, cause);
