using Microsoft.Extensions.Configuration;

namespace Host.Settings;

/// <summary>All that the app is told from outside when it runs in Azure.</summary>
internal sealed record AppOptions(
    HostStorageOptions Host, UploadsOptions Uploads, LedgerOptions Ledger, AccessOptions Access, ScanOptions Scan, TelemetryOptions Telemetry, CatalogueOptions Catalogue)
{
    /// <exception cref="CannotStartException">Settings are missing or wrong; the message names all of them, so that they are mended in one go.</exception>
    public static AppOptions Read(IConfiguration settings)
    {
        var (faults, inAzure) = (new List<string>(), RunsInAzure(settings));
        var options = new AppOptions(
            Part<HostStorageOptions>(), Part<UploadsOptions>(), Part<LedgerOptions>(), Part<AccessOptions>(), Part<ScanOptions>(), Part<TelemetryOptions>(), Part<CatalogueOptions>());
        return faults.Count == 0 ? options : throw new CannotStartException(string.Join(Environment.NewLine, faults));

        T Part<T>() where T : class, new()
        {
            var (part, wrong) = settings.TryRead<T>(inAzure);
            faults.AddRange(wrong);
            return part;
        }
    }

    // The platform names the site on every plan (an instance it does not name on Flex Consumption); Core Tools on a developer's machine says Development. There a
    // developer's login counts, in Azure it is nobody's.
    private static bool RunsInAzure(IConfiguration settings) => settings["WEBSITE_SITE_NAME"] is { Length: > 0 } && settings["AZURE_FUNCTIONS_ENVIRONMENT"] != "Development";
}
