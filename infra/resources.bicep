// What is in the resource group, and how it hangs together. One module a concern.
targetScope = 'resourceGroup'

import { Settings } from 'app/types.bicep'

param name string
param location string
param settings Settings

var suffix = take(uniqueString(resourceGroup().id, name), 8)

// Known beforehand, and handed to the modules as they are: a plan can then say what each of them will do.
var stateName = 'st${name}state${suffix}'
var uploadsName = 'st${name}up${suffix}'
var ledgerName = 'st${name}led${suffix}'
var appName = '${name}-${suffix}'
var insightsName = '${name}-insights'
var topicName = empty(settings.existingTopic) ? '${name}-uploads' : settings.existingTopic
var networkName = '${name}-network'

// The names of the stores are those of functions/Pipeline/Ledger/StoreNames.cs; the last two are the platform's.
var returns = 'returns'
var packages = 'packages'
var undelivered = 'undelivered'

// Days after which an overwritten upload moves to a cheaper tier.
var cooledAfter = 90

// The accounts are closed as soon as anybody says who may come in; the app then needs a network that they know.
var restricted = settings.privateEndpoints || !empty(settings.allowedAddresses)
var appSubnet = restricted ? resourceId('Microsoft.Network/virtualNetworks/subnets', networkName, 'app') : ''
var knownSubnet = settings.privateEndpoints ? '' : appSubnet

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-app'
  location: location
}

module monitoring 'app/monitoring.bicep' = {
  params: {
    name: name
    location: location
    insights: insightsName
    logDays: settings.logDays
    locked: settings.environment == 'prod'
    alertEmail: settings.alertEmail
  }
}

module network 'app/network.bicep' = if (restricted) {
  params: {
    name: networkName
    location: location
    range: settings.networkRange
    privateEndpoints: settings.privateEndpoints
  }
}

// Three accounts, so that the wide rights the platform wants on its own state open neither uploads nor the ledger.
module state 'app/storage.bicep' = {
  name: 'state'
  params: {
    name: stateName
    location: location
    // Nothing here outlives the next deployment.
    redundancy: settings.environment == 'prod' ? 'Standard_ZRS' : 'Standard_LRS'
    containers: [packages]
    lifecycle: [
      {
        name: 'earlier-versions'
        type: 'Lifecycle'
        enabled: true
        definition: {
          filters: { blobTypes: ['blockBlob'] }
          actions: { version: { delete: { daysAfterCreationGreaterThan: 7 } } }
        }
      }
    ]
    reach: { restricted: restricted, public: !settings.privateEndpoints, platform: true, addresses: [] }
    subnet: knownSubnet
    workspaceId: monitoring.outputs.workspaceId
    // The host renews leases here every few seconds; logged is what takes something away.
    logged: ['StorageDelete']
  }
  dependsOn: [network]
}

module uploads 'app/storage.bicep' = {
  name: 'uploads'
  params: {
    name: uploadsName
    location: location
    redundancy: settings.redundancy
    containers: [returns, undelivered]
    // The upload in force is never deleted, nor moved to a cheaper tier: fifteen files a year cost nothing, and the sweep can read all of them at any time.
    lifecycle: [
      {
        name: 'overwritten-uploads'
        type: 'Lifecycle'
        enabled: true
        definition: {
          filters: { blobTypes: ['blockBlob'], prefixMatch: ['${returns}/'] }
          actions: {
            // A tier that comes after the deletion is refused.
            version: settings.keepEarlierDays > cooledAfter
              ? {
                  tierToCool: { daysAfterCreationGreaterThan: cooledAfter }
                  delete: { daysAfterCreationGreaterThan: settings.keepEarlierDays }
                }
              : { delete: { daysAfterCreationGreaterThan: settings.keepEarlierDays } }
          }
        }
      }
      {
        name: 'undelivered-events'
        type: 'Lifecycle'
        enabled: true
        definition: {
          filters: { blobTypes: ['blockBlob'], prefixMatch: ['${undelivered}/'] }
          actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } }, version: { delete: { daysAfterCreationGreaterThan: 90 } } }
        }
      }
    ]
    // Stays reachable by the platform's own services whatever the network: undelivered events are put down here, and uploads scanned.
    reach: { restricted: restricted, public: true, platform: true, addresses: settings.allowedAddresses }
    subnet: knownSubnet
    workspaceId: monitoring.outputs.workspaceId
    logged: ['StorageRead', 'StorageWrite', 'StorageDelete']
    // Links to upload by, which the province hands out.
    longestLink: '07.00:00:00'
    scanned: settings.scanUploads
  }
  dependsOn: [network]
}

module ledger 'app/storage.bicep' = {
  name: 'ledger'
  params: {
    name: ledgerName
    location: location
    redundancy: settings.redundancy
    // All three are written with If-None-Match and never again. Snapshots too, for the record of a locked year names the one its report was made from.
    writeOnceContainers: ['receipts', 'snapshots', 'reports']
    writeOnceDays: settings.writeOnceDays
    writeOnceLocked: settings.papersLocked
    tables: ['facts', 'heads', 'receipts']
    queues: ['consolidate-year', 'emit-report', 'await-scan']
    // Papers of years gone by cost less where they are read less, which their policy allows; none is ever deleted.
    lifecycle: [
      {
        name: 'old-papers'
        type: 'Lifecycle'
        enabled: true
        definition: {
          filters: { blobTypes: ['blockBlob'], prefixMatch: ['receipts/', 'snapshots/', 'reports/'] }
          actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 730 } } }
        }
      }
    ]
    // Links to receipts and reports lead here from the offices' addresses.
    reach: {
      restricted: restricted
      public: !settings.privateEndpoints || !empty(settings.allowedAddresses)
      platform: false
      addresses: settings.allowedAddresses
    }
    subnet: knownSubnet
    workspaceId: monitoring.outputs.workspaceId
    logged: ['StorageRead', 'StorageWrite', 'StorageDelete']
  }
  dependsOn: [network]
}

// One after the other, like the endpoints in each: an account makes one connection at a time (StorageAccountOperationInProgress).
@batchSize(1)
module endpoints 'app/endpoints.bicep' = [
  for account in [
    { name: stateName, services: ['blob', 'queue', 'table'] }
    { name: uploadsName, services: ['blob', 'queue'] }
    { name: ledgerName, services: ['blob', 'queue', 'table'] }
  ]: if (settings.privateEndpoints) {
    name: 'endpoints-${account.name}'
    params: {
      account: account.name
      services: account.services
      location: location
      network: networkName
    }
    dependsOn: [state, uploads, ledger, network]
  }
]

module access 'app/access.bicep' = {
  params: {
    // A plan shows the names of these roles as formulas: only Azure knows the principal.
    #disable-next-line what-if-short-circuiting
    principal: identity.properties.principalId
    state: stateName
    uploads: uploadsName
    ledger: ledgerName
    insights: insightsName
  }
  dependsOn: [state, uploads, ledger, monitoring]
}

module uploaders 'app/uploaders.bicep' = {
  params: { uploads: uploadsName, container: returns, uploaders: settings.uploaders }
  dependsOn: [uploads]
}

// After the topic: Defender makes one of its own where there is none, and a source has only one. After the endpoints: it too changes the account.
module malware 'app/malware.bicep' = if (settings.scanUploads) {
  params: { account: uploadsName, limit: settings.scanLimit }
  dependsOn: [topic, endpoints]
}

module topic 'app/topic.bicep' = {
  params: {
    name: topicName
    location: location
    uploads: uploadsName
    undelivered: undelivered
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [uploads]
}

// Starts only when it may do what it must: without its roles its first start would fail, and the next would come minutes later.
module app 'app/function.bicep' = {
  params: {
    name: appName
    location: location
    identityId: identity.id
    identityClientId: identity.properties.clientId
    state: stateName
    packages: packages
    uploads: uploadsName
    ledger: ledgerName
    insights: insightsName
    workspaceId: monitoring.outputs.workspaceId
    scanUploads: settings.scanUploads
    instanceMemory: settings.instanceMemory
    maximumInstances: settings.maximumInstances
    alwaysReady: settings.alwaysReady
    subnet: appSubnet
  }
  dependsOn: [access, endpoints, network]
}

module authentication 'app/authentication.bicep' = {
  params: { app: appName, clientId: settings.authClientId }
  dependsOn: [app]
}

module alerts 'app/alerts.bicep' = {
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    topic: topicName
    peopleId: monitoring.outputs.peopleId
  }
  dependsOn: [topic]
}

module workbook 'app/workbook.bicep' = {
  params: { name: name, location: location, workspaceId: monitoring.outputs.workspaceId }
}

module budget 'app/budget.bicep' = if (settings.budgetAmount > 0) {
  params: {
    name: name
    amount: settings.budgetAmount
    start: settings.budgetStart
    alertEmail: settings.alertEmail
    peopleId: monitoring.outputs.peopleId
  }
}

output functionApp string = appName
output address string = app.outputs.address
output uploadsAccount string = uploadsName
output ledgerAccount string = ledgerName
output stateAccount string = stateName
output systemTopic string = topicName
