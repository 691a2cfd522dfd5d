using System.Globalization;
using Pipeline.Catalogue.Expressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Catalogue;

/// <summary>A place in a catalogue file: reads what is there and names file and line when it is not what it should be.</summary>
internal sealed class DataNode(string file, YamlNode node, DataNode? outer = null)
{
    public static DataNode Read(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new CatalogueException(file, e.Start.Line, e.Message);
        }
        catch (InvalidOperationException)
        {
            // The parser gives up in this way on brackets and quotes left open.
            throw new CatalogueException(file, 1, "a bracket or a quotation mark is left open");
        }

        return stream.Documents.Count == 1
            ? new DataNode(file, stream.Documents[0].RootNode)
            : throw new CatalogueException(file, 1, "the file is empty");
    }

    public string File => file;

    public long Line => node.Start.Line;

    /// <summary>What stands under a key that must be there.</summary>
    public DataNode this[string key] => Find(key) ?? throw Wrong($"\"{key}\" is missing");

    public CatalogueException Wrong(string message) => new(file, Line, message);

    public DataNode? Find(string key) =>
        Mapping().Children.TryGetValue(new YamlScalarNode(key), out var value) ? new DataNode(file, value) : outer?.Find(key);

    /// <summary>This node, where a key it lacks is looked for in another.</summary>
    public DataNode Within(DataNode other) => new(file, node, other);

    /// <summary>Refuses keys nobody reads: a misspelt key must not pass for a default.</summary>
    public DataNode Only(params string[] keys)
    {
        foreach (var (key, value) in Entries())
        {
            if (!keys.Contains(key)) throw value.Wrong($"\"{key}\" is not known here; known are {string.Join(", ", keys)}");
        }

        return this;
    }

    public IEnumerable<(string Key, DataNode Value)> Entries() =>
        Mapping().Children.Select(e => (((YamlScalarNode)e.Key).Value!, new DataNode(file, e.Value)));

    public IReadOnlyList<DataNode> List() => node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select(child => new DataNode(file, child))]
        : throw Wrong("a list is expected");

    public bool IsList => node is YamlSequenceNode;

    public IReadOnlyList<DataNode> List(string key) => Find(key)?.List() ?? [];

    public IReadOnlyList<string> Texts(string key) => [.. List(key).Select(n => n.Text())];

    public string Text() => node is YamlScalarNode { Value: { } value } ? value : throw Wrong("a text is expected");

    public string Text(string key) => this[key].Text();

    public string Text(string key, string otherwise) => Find(key)?.Text() ?? otherwise;

    public bool Flag(string key) => Find(key) is { } n && (n.Text() switch { "true" => true, "false" => false, _ => throw n.Wrong("true or false is expected") });

    public int Int() => int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Wrong($"\"{Text()}\" is not a whole number");

    public decimal Decimal() => decimal.TryParse(Text(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Wrong($"\"{Text()}\" is not a number");

    public DateTimeOffset Moment() =>
        DateTimeOffset.TryParseExact(Text(), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Wrong($"\"{Text()}\" is not a moment like 2024-03-31T18:00:00+08:00");

    public DateOnly Date() => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
        ? value
        : throw Wrong($"\"{Text()}\" is not a date like 2023-01-01");

    public T OneOf<T>(IReadOnlyDictionary<string, T> meanings) => meanings.TryGetValue(Text(), out var meaning)
        ? meaning
        : throw Wrong($"\"{Text()}\" is none of {string.Join(", ", meanings.Keys)}");

    public Expression Formula() => Formula(Text());

    /// <summary>Parses a text that was made from this node's own.</summary>
    public Expression Formula(string text)
    {
        try
        {
            return Expression.Parse(text);
        }
        catch (FormatException e)
        {
            throw Wrong(e.Message);
        }
    }

    private YamlMappingNode Mapping() => node as YamlMappingNode ?? throw Wrong("keys with values are expected");
}
