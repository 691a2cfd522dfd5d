using Microsoft.Extensions.Configuration;

namespace Host.Settings;

/// <summary>A storage account that is used for tables too.</summary>
internal abstract class TableStorageOptions : StorageOptions
{
    [ConfigurationKeyName("tableServiceUri")]
    [Setting("Address of the account's table service", SetBy.Templates)]
    public string TableServiceUri { get; set; } = "";

    protected override IEnumerable<(string Service, string Property, string Address)> Services =>
        base.Services.Append(("table", nameof(TableServiceUri), TableServiceUri));
}
