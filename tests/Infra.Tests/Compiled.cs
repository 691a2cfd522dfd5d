namespace Infra.Tests;

[CollectionDefinition(nameof(CompiledTemplates))]
public sealed class Compiled : ICollectionFixture<CompiledTemplates>;
