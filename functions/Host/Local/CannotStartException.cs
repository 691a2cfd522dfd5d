namespace Host.Local;

/// <summary>The embedded host cannot start for a reason its user can mend; the message says how, so no stack is printed.</summary>
public sealed class CannotStartException(string message, Exception? cause = null) : Exception(message, cause);
