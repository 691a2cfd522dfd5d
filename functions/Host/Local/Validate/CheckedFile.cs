using Pipeline.Returns;
using Pipeline.Returns.Receipts;

namespace Host.Local.Validate;

/// <summary>A file that was checked.</summary>
/// <param name="Name">Its name without folders and extension.</param>
/// <param name="Receipt">What its upload would be answered.</param>
/// <param name="Return">Its values; null when it is no return.</param>
internal sealed record CheckedFile(string Name, Receipt Receipt, Return? Return);
