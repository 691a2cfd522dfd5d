namespace Host.Local.Provenance;

/// <summary>A question cannot be answered for a reason its asker can mend; the message, Chinese, says how.</summary>
internal sealed class CannotAnswerException(string message) : Exception(message);
