namespace Deploy;

/// <summary>A resource that a deployment will have.</summary>
/// <param name="Type">Such as <c>Microsoft.Web/sites</c>.</param>
/// <param name="Name">Its name; with the expression where only Azure can work it out.</param>
internal sealed record PredictedResource(string Type, string Name);
