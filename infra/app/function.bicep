// The Function App on Flex Consumption, .NET isolated.
param name string
param location string
param identityId string
param identityClientId string
param state string
param packages string
param uploads string
param ledger string
param insights string
param workspaceId string

@description('Whether uploads wait for the verdict of the scan.')
param scanUploads bool

@description('Megabytes an instance has: 512, 2048 or 4096.')
param instanceMemory int

param maximumInstances int

@description('Instances that are always there, for calls and for uploads each; 0 for none.')
param alwaysReady int

@description('Subnet from which the app calls; empty for the internet.')
param subnet string

var storage = environment().suffixes.storage

resource telemetry 'Microsoft.Insights/components@2020-02-02' existing = { name: insights }

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

// Its address stays public, for events come from outside every network. Who calls is told apart by authentication.bicep.
resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  // azd finds the app by this.
  tags: { 'azd-service-name': 'app' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnet) ? null : subnet
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      remoteDebuggingEnabled: false
      // All that the app is told from outside; the README's table lists the same names.
      appSettings: [
        { name: 'AzureWebJobsStorage__blobServiceUri', value: 'https://${state}.blob.${storage}' }
        { name: 'AzureWebJobsStorage__queueServiceUri', value: 'https://${state}.queue.${storage}' }
        { name: 'AzureWebJobsStorage__tableServiceUri', value: 'https://${state}.table.${storage}' }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identityClientId }
        { name: 'Uploads__blobServiceUri', value: 'https://${uploads}.blob.${storage}' }
        { name: 'Uploads__queueServiceUri', value: 'https://${uploads}.queue.${storage}' }
        { name: 'Uploads__credential', value: 'managedidentity' }
        { name: 'Uploads__clientId', value: identityClientId }
        { name: 'Ledger__blobServiceUri', value: 'https://${ledger}.blob.${storage}' }
        { name: 'Ledger__queueServiceUri', value: 'https://${ledger}.queue.${storage}' }
        { name: 'Ledger__tableServiceUri', value: 'https://${ledger}.table.${storage}' }
        { name: 'Ledger__credential', value: 'managedidentity' }
        { name: 'Ledger__clientId', value: identityClientId }
        // Believes the header of the platform's authentication, which is always on (authentication.bicep).
        { name: 'Access__Mode', value: 'Platform' }
        { name: 'Scan__Required', value: scanUploads ? 'true' : 'false' }
        // Says where, and opens nothing: without the identity below nothing is taken.
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: telemetry.properties.ConnectionString }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'Authorization=AAD;ClientId=${identityClientId}' }
      ]
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${state}.blob.${storage}/${packages}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        // Calls scale together, and so do uploads: these are the platform's names for the two groups.
        alwaysReady: alwaysReady == 0 ? [] : [
          { name: 'http', instanceCount: alwaysReady }
          { name: 'blob', instanceCount: alwaysReady }
        ]
      }
    }
  }

  // Passwords for publishing would be keys to the code; it is handed over with the publisher's own identity.
  resource ftp 'basicPublishingCredentialsPolicies' = { name: 'ftp', properties: { allow: false } }
  resource scm 'basicPublishingCredentialsPolicies' = { name: 'scm', properties: { allow: false }, dependsOn: [ftp] }
}

// The version the rule asks for is the only stable one and older.
#disable-next-line use-recent-api-versions
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output address string = 'https://${app.properties.defaultHostName}'
