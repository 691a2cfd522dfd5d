namespace Host.Local.Validate;

/// <summary>A return cannot be checked for a reason the clerk can mend; the message, Chinese, says how.</summary>
internal sealed class CannotValidateException(string message) : Exception(message);
